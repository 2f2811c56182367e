"""Ring buffers for the sensors of a greenhouse."""
from __future__ import annotations

import math
from collections import deque


class SensorChannel:
    """Keeps the newest samples of one sensor and a smoothed value."""

    def __init__(self, name: str, depth: int = 128) -> None:
        self.name = name
        self.depth = depth
        self.samples: deque[tuple[float, float]] = deque([], depth)
        self.window: deque[float] = deque(maxlen=8)

    def push(self, at: float, value: float) -> float:
        self.samples.append((at, value))
        self.window.append(value)
        return sum(self.window) / len(self.window)

    def recent(self, count: int) -> list[tuple[float, float]]:
        n = len(self.samples)
        return [self.samples[i] for i in range(max(0, n - count), n)]


class Gateway:
    def __init__(self) -> None:
        self.channels: dict[str, SensorChannel] = {}

    def ingest(self, sensor: str, at: float, value: float) -> float:
        channel = self.channels.get(sensor)
        if channel is None:
            channel = self.channels[sensor] = SensorChannel(sensor)
        return channel.push(at, value)


gateway = Gateway()


def main() -> None:
    alarm = 0
    for tick in range(40_000):
        for sensor in ("soil", "air", "light"):
            level = gateway.ingest(sensor, tick * 0.5, 20 + 5 * math.sin(tick / 50))
            if level > 24.5:
                alarm += 1
    print("alarms", alarm, len(gateway.channels["soil"].recent(10)))


if __name__ == "__main__":
    main()
