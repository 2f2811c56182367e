"""A one-sided order book with price-time priority."""
from __future__ import annotations

import heapq
from collections import deque
from dataclasses import dataclass
from decimal import Decimal

TICK = Decimal("0.01")


@dataclass(slots=True)
class Order:
    number: int
    price: Decimal
    quantity: int


class OrderBook:
    def __init__(self) -> None:
        self.levels: dict[Decimal, deque[Order]] = {}
        self.prices: list[Decimal] = []
        self.volume = 0

    def rest(self, order: Order) -> None:
        queue = self.levels.get(order.price)
        if not queue:
            queue = self.levels[order.price] = deque()
            heapq.heappush(self.prices, order.price)
        queue.append(order)

    def take(self, quantity: int) -> Decimal:
        """Buys from the cheapest level on and returns what it cost."""
        cost = Decimal(0)
        while quantity and self.prices:
            price = self.prices[0]
            queue = self.levels[price]
            order = queue[0]
            part = min(quantity, order.quantity)
            order.quantity -= part
            quantity -= part
            cost += part * price
            self.volume += part
            if order.quantity == 0:
                queue.popleft()
            if not queue:
                heapq.heappop(self.prices)
                del self.levels[price]
        return cost

    def depth(self) -> int:
        return sum(len(queue) for queue in self.levels.values())


def trade(book: OrderBook, rounds: int) -> Decimal:
    turnover = Decimal(0)
    for n in range(rounds):
        price = Decimal(100) + n * TICK
        for k in range(1 + n % 2):
            book.rest(Order(n * 2 + k, price, 5))
        turnover += book.take(5 * (1 + n % 2))
    return turnover


BOOK = OrderBook()

if __name__ == "__main__":
    print(trade(BOOK, 16_000), BOOK.volume, BOOK.depth())
