import itertools

numbers = range(1, 9)
draws = list(itertools.islice(itertools.permutations(numbers, 6), 50))
winner = draws[min(17, len(draws) - 1)]
