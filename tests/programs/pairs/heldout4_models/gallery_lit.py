"""Models that tell their views of changes."""
from __future__ import annotations

from typing import Callable
from weakref import WeakMethod


def strong(method: Callable) -> Callable[[], Callable]:
    return lambda: method


class Notifier:
    """Mixin: instances announce changes to slots, which are given for the whole class."""

    slots: list[Callable[[], Callable | None]] = []
    wrap = staticmethod(strong)

    @classmethod
    def connect(cls, method: Callable) -> None:
        cls.slots.append(cls.wrap(method))

    def announce(self, *args) -> int:
        told = 0
        alive = []
        for slot in self.slots:
            method = slot()
            if method is None:
                continue
            alive.append(slot)
            method(*args)
            told += 1
        self.slots[:] = alive
        return told


class Series(Notifier):
    def __init__(self, length: int) -> None:
        self.values = [0.0] * length

    def __setitem__(self, index: int, value: float) -> None:
        self.values[index] = value
        self.announce(index, value)


class Chart:
    def __init__(self, series: Series) -> None:
        self.points = [(x, value) for x, value in enumerate(series.values)]
        self.drawn = 0
        series.connect(self.refresh)

    def refresh(self, index: int, value: float) -> None:
        self.points[index] = (index, value)
        self.drawn += 1


series = Series(1500)
drawn = 0
for page in range(150):
    chart = Chart(series)
    for step in range(4):
        series[(page * 4 + step) % 1500] = page / (step + 1)
    drawn += chart.drawn
del chart
print(drawn, "points drawn")
