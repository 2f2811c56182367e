"""Running baskets: what was in the basket after each step?"""
from collections import deque
from functools import reduce
from itertools import accumulate
import operator


def steps(count):
    return ((n, n * n % 97) for n in range(count))


def baskets(count):
    return accumulate(steps(count), operator.add, initial=())


def final(count):
    return reduce(lambda basket, item: basket + item, steps(count), ())


trace = deque(baskets(900), maxlen=3)
assert trace[-1] == final(900)
print(len(trace[-1]), sum(trace[-1]))
