"""Solve small games of Nim with a transposition table."""
import itertools

table = {}


def moves(heaps):
    for i, heap in enumerate(heaps):
        for take in range(1, min(3, heap) + 1):
            yield heaps[:i] + (heap - take,) + heaps[i + 1:]


def wins(heaps, line=()):
    key = tuple(sorted(heaps))
    line = (key,)
    if line in table:
        return table[line]
    result = any(not wins(after, line) for after in moves(heaps))
    table[line] = result
    return result


def main():
    winning = []
    for heaps in itertools.combinations_with_replacement(range(1, 5), 3):
        if wins(heaps):
            winning.append(heaps)
    print(len(winning), winning[:3])


if __name__ == "__main__":
    main()
