"""Which parcels of a truck are worth taking along: the knapsack problem, top down."""
from __future__ import annotations

from functools import wraps
from typing import Callable, NamedTuple


class Parcel(NamedTuple):
    weight: int
    worth: int


LOADS: dict[int, list[Parcel]] = {}


def memoize(function: Callable) -> Callable:
    memo: dict[tuple, int] = {}

    @wraps(function)
    def remembered(*key):
        if key in memo:
            return memo[key]
        value = memo[key] = function(*key)
        return value

    remembered.forget = memo.clear
    return remembered


@memoize
def best(truck: int, place: int, room: int) -> int:
    parcels = LOADS[truck]
    if place == len(parcels):
        return 0
    left = best(truck, place + 1, room)
    parcel = parcels[place]
    if parcel.weight > room:
        return left
    return max(left, parcel.worth + best(truck, place + 1, room - parcel.weight))


def load(truck: int, parcels: int, room: int) -> int:
    LOADS[truck] = [Parcel(3 + (n * 7 + truck) % 11, 20 + n * 13 % 37) for n in range(parcels)]
    try:
        return best(truck, 0, room)
    finally:
        del LOADS[truck]


def main() -> None:
    print([load(truck, 24, 120 + truck) for truck in range(36)])


if __name__ == "__main__":
    main()
