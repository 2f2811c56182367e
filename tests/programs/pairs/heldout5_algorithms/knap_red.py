import sys

sys.setrecursionlimit(5000)

weights = [3, 5, 7, 2, 9, 4, 6, 8, 3, 5, 7, 4, 6]
values = [9, 14, 18, 5, 25, 10, 16, 21, 8, 13, 19, 11, 17]
memo = {}


def best(i, room, chosen=()):
    key = (i, room, chosen)
    if key in memo:
        return memo[key]
    if i == len(weights):
        return 0
    result = best(i + 1, room, chosen)
    if weights[i] <= room:
        result = max(result, values[i] + best(i + 1, room - weights[i], chosen + (i,)))
    memo[key] = result
    return result


print(best(0, 45))
