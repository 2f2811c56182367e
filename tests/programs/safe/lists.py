"""Lists of everything for a use that takes one item at a time."""
import os
import tempfile
from collections import defaultdict

words = ["alpha", "beta", "gamma", "delta", "epsilon"] * 20


def any_long(lines):
    return any([line.startswith("g") for line in lines])


def all_lower(lines):
    return all([line.islower() for line in lines])


def count_short(lines):
    return len([line for line in lines if len(line) < 5])


def distinct(lines):
    return sorted(set([line.upper() for line in lines]))


def total(limit):
    return sum([number * number for number in range(limit)])


def walk(limit):
    found = 0
    squares = [number * number for number in range(limit)]
    for square in squares:
        found += square % 7
    return found


def lengths(path):
    found = 0
    with open(path) as file:
        for line in file.readlines():
            found += len(line)
    return found


descriptor, path = tempfile.mkstemp(text=True)
with os.fdopen(descriptor, "w") as out:
    out.write("\n".join(words))
groups = defaultdict(list)
missing = 0
for number in range(5_000):
    missing += not groups[number * 1_000]
print(any_long(words), all_lower(words), count_short(words), distinct(words), total(100_000), walk(100_000), lengths(path), missing)
os.remove(path)
