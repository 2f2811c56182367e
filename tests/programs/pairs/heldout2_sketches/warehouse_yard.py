"""Simulates a warehouse: orders are filled from stock, others wait in a backlog."""
import random
from collections import Counter, deque


class OutOfStock(Exception):
    def __init__(self, article, missing):
        super().__init__(f"{missing} of {article} missing")
        self.article = article
        self.missing = missing


class Warehouse:
    MOST_TRIES = 4

    def __init__(self):
        self.stock = Counter()
        self.backlog = deque()
        self.filled = 0
        self.dropped = 0

    def receive(self, article, count):
        self.stock[article] += count

    def fill(self, order):
        for article, count in order["lines"].items():
            missing = count - self.stock[article]
            if missing > 0:
                raise OutOfStock(article, missing)
        self.stock.subtract(order["lines"])
        self.filled += 1

    def attempt(self, order):
        try:
            self.fill(order)
        except OutOfStock as error:
            order["tries"] += 1
            order["reason"] = str(error)
            if order["tries"] >= self.MOST_TRIES:
                self.dropped += 1
                return
            self.backlog.append(order)

    def work_off(self, most):
        for _ in range(min(most, len(self.backlog))):
            self.attempt(self.backlog.popleft())


ARTICLES = ("bolt", "nut", "screw", "washer")
warehouse = Warehouse()


def main():
    rng = random.Random(99)
    for day in range(2000):
        warehouse.receive(rng.choice(ARTICLES), 5)
        lines = {rng.choice(ARTICLES): rng.randint(1, 9), "screw": rng.randint(1, 6)}
        warehouse.attempt({"number": day, "lines": lines, "tries": 0, "reason": None})
        warehouse.work_off(5)
    print(warehouse.filled, warehouse.dropped)


if __name__ == "__main__":
    main()
