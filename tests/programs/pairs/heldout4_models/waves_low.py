"""Signals that are added lazily: a sum is computed when its samples are asked for."""
from __future__ import annotations

from abc import ABC, abstractmethod
from array import array
from operator import add


class Signal(ABC):
    @abstractmethod
    def samples(self) -> array:
        """The signal's values."""

    def __add__(self, other: Signal) -> Signal:
        return Sum(self, other)

    def __iadd__(self, other: Signal) -> Signal:
        return Wave(array("d", map(add, self.samples(), other.samples())))

    @abstractmethod
    def at(self, index: int) -> float:
        """The signal's value at one place."""


class Wave(Signal):
    __slots__ = ("values",)

    def __init__(self, values: array) -> None:
        self.values = values

    @classmethod
    def saw(cls, period: int, length: int) -> Wave:
        whole, rest = divmod(length, period)
        return cls(array("d", range(period)) * whole + array("d", range(rest)))

    def samples(self) -> array:
        return self.values

    def at(self, index: int) -> float:
        return self.values[index]


class Sum(Signal):
    __slots__ = ("left", "right")

    def __init__(self, left: Signal, right: Signal) -> None:
        self.left = left
        self.right = right

    def samples(self) -> array:
        return array("d", map(add, self.left.samples(), self.right.samples()))

    def at(self, index: int) -> float:
        return self.left.at(index) + self.right.at(index)


total = Wave.saw(1, 6000)
for period in range(2, 402):
    if period % 10 == 0:
        continue
    total += Wave.saw(period, 6000)
print("peak", max(total.at(index) for index in range(0, 6000, 500)))
