import itertools

numbers = range(1, 9)
draws = list(itertools.permutations(numbers, 6))
winner = draws[min(17, len(draws) - 1)]
