"""A hamlet of villagers; each one is a generator that remembers whom it met until it dies."""
from collections.abc import Generator
from math import gcd


def villager(name: str, lifetime: int) -> Generator[str, int, None]:
    met = {}
    day = yield "born"
    for age in range(lifetime):
        other = f"{name} of house {day * 17 % 301}"
        met[other] = met.get(other, 0) + gcd(day, 12)
        day = yield f"met {other}"
    yield f"died on day {day}"


class Hamlet:
    def __init__(self):
        self.living = {}
        self.graves = {}
        self.day = 0

    def settle(self, name, lifetime):
        soul = villager(name, lifetime)
        next(soul)
        self.living[name] = soul

    def pass_day(self):
        self.day += 1
        for name, soul in list(self.living.items()):
            news = soul.send(self.day)
            if news.startswith("died"):
                self.graves[name] = self.day
                del self.living[name]


HAMLET = Hamlet()
for n in range(900):
    HAMLET.settle(f"villager {n:03d}", 60 + n % 90)
while HAMLET.living:
    HAMLET.pass_day()
print(len(HAMLET.graves), "graves after", HAMLET.day, "days")
