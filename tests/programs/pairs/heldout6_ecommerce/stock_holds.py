"""Stock holds while a checkout is under way."""
from dataclasses import dataclass, field
from typing import Iterator


@dataclass
class Hold:
    order_id: int
    picks: bytearray
    express: bool = False


@dataclass
class Warehouse:
    name: str
    holds: dict[int, Hold] = field(default_factory=dict)
    shipped: int = 0

    def reserve(self, order_id: int, express: bool) -> Hold:
        hold = Hold(order_id, bytearray(4096), express)
        self.holds[order_id] = hold
        return hold

    def release(self, order_id: int) -> None:
        self.holds.pop(order_id, None)


def orders(count: int) -> Iterator[tuple[int, bool]]:
    for n in range(count):
        yield 10_000 + n, n % 2 == 0


NORTH = Warehouse("north")


def checkout(warehouse: Warehouse, count: int) -> None:
    for order_id, express in orders(count):
        hold = warehouse.reserve(order_id, express)
        hold.picks[order_id % 4096] = 1
        if hold.express:
            warehouse.shipped += 1
        warehouse.shipped += 1
        warehouse.release(order_id)


def main() -> None:
    checkout(NORTH, 12_000)
    print(NORTH.name, NORTH.shipped)


main()
