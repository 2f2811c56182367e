"""Conway's game of life on an endless plane; stops when a state comes back."""
from collections import Counter

PATTERNS = {
    "blinker": [(0, 0), (1, 0), (2, 0)],
    "glider": [(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)],
    "block": [(10, 10), (10, 11), (11, 10), (11, 11)],
}
seen = {}


def neighbours(x, y):
    for dx in (-1, 0, 1):
        for dy in (-1, 0, 1):
            if dx or dy:
                yield x + dx, y + dy


def advance(alive):
    counts = Counter(cell for x, y in alive for cell in neighbours(x, y))
    return frozenset(cell for cell, count in counts.items() if count == 3 or (count == 2 and cell in alive))


def place(name, dx, dy):
    return {(x + dx, y + dy) for x, y in PATTERNS[name]}


def run(alive, generations):
    for generation in range(generations):
        seen.setdefault(alive, generation)
        alive = advance(alive)
    return alive


def main():
    alive = frozenset(place("blinker", 20, 20))
    alive = run(alive, 600)
    print(len(alive), "cells alive")


if __name__ == "__main__":
    main()
