"""Median over a sliding window."""
from bisect import bisect_left, insort
from collections import deque
import random

WINDOW = 101
window = deque()
ordered = []


def push(value):
    window.append(value)
    insort(ordered, value)
    if len(window) > WINDOW:
        gone = window.popleft()
        at = bisect_left(ordered, gone)
        del ordered[at]
    return ordered[len(ordered) // 2]


rng = random.Random(4)
total = 0.0
for _ in range(20000):
    total += push(rng.gauss(10.0, 3.0))
print(round(total, 3))
