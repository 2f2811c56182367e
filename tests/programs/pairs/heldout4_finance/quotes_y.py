"""Candles of the day out of a stream of quotes, with a simple moving average over their closes."""
from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Iterator

CANDLES: dict = {}


@dataclass(slots=True)
class Candle:
    open: float
    high: float
    low: float
    close: float
    volume: int = 0

    def add(self, price: float, volume: int) -> None:
        self.high = max(self.high, price)
        self.low = min(self.low, price)
        self.close = price
        self.volume += volume


def quotes(count: int, start: datetime) -> Iterator[tuple[datetime, float, int]]:
    gap = timedelta(minutes=7)
    for n in range(count):
        yield start + n * gap, 50 + (n * 37 % 400) / 100, 10 + n % 90


def collect(stream: Iterator[tuple[datetime, float, int]]) -> None:
    for moment, price, volume in stream:
        day = moment.date()
        candle = CANDLES.get(day)
        if candle is None:
            candle = CANDLES[day] = Candle(price, price, price, price)
        candle.add(price, volume)


def average(closes: Iterator[float], period: int) -> float:
    window: deque[float] = deque(maxlen=period)
    window.extend(closes)
    return sum(window) / len(window)


def main() -> None:
    collect(quotes(36_000, datetime(2023, 1, 2, 9, 0)))
    mean = average((candle.close for candle in CANDLES.values()), 20)
    print(f"{mean:.2f}", sum(candle.volume for candle in CANDLES.values()))


if __name__ == "__main__":
    main()
