from itertools import product


def pair_sums(limit):
    count = 0
    for left, right in list(product(range(limit), repeat=2)):
        count += (left + right) % 7 == 0
    return count


print(pair_sums(250))
