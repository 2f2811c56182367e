"""Fixed-window rate limiter with an injected clock."""
from __future__ import annotations

from typing import Callable


class FakeClock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class FixedWindow:
    """Allows `limit` calls per client and window."""

    def __init__(self, limit: int, seconds: float, clock: Callable[[], float]) -> None:
        self.limit, self.seconds, self.clock = limit, seconds, clock
        self.counters: dict[tuple, list[float]] = {}

    def allow(self, client: str) -> bool:
        window = int(self.clock() // self.seconds)
        stamp = self.counters.setdefault((client,), [window, 0])
        if stamp[0] != window:
            stamp[:] = [window, 0]
        stamp[1] += 1
        return stamp[1] <= self.limit


clock = FakeClock()
limiter = FixedWindow(limit=5, seconds=10, clock=clock)


def handle(client: str) -> int:
    return 200 if limiter.allow(client) else 429


def main() -> None:
    statuses = {200: 0, 429: 0}
    for n in range(60_000):
        clock.now += 0.25
        statuses[handle(f"10.0.0.{n % 9}")] += 1
    print(statuses)


if __name__ == "__main__":
    main()
