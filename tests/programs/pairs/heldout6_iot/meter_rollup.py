"""Hourly roll-up of smart meter readings."""
from collections import defaultdict
from dataclasses import dataclass


@dataclass
class Reading:
    meter: str
    second: int
    watts: float


class Rollup:
    def __init__(self):
        self.hours = defaultdict(list)

    def add(self, reading: Reading) -> None:
        bucket = self.hours[reading.second // 3600]
        if bucket and bucket[0] is None:
            raise ValueError("hour is closed")
        bucket.append(reading.watts)

    def mean(self, hour: int) -> float:
        values = self.hours[hour]
        return sum(values) / max(1, len(values))

    def close(self, hour: int) -> float:
        value = self.mean(hour)
        self.hours[hour] = self.hours[hour] or [value]
        return value


ROLLUP = Rollup()


def readings(hours: int):
    for second in range(0, hours * 3600, 12):
        yield Reading("M-%d" % (second % 5), second, 200.0 + (second * 7919 % 1000) / 10)


def main() -> None:
    current, energy = 0, 0.0
    for reading in readings(600):
        hour = reading.second // 3600
        if hour != current:
            energy += ROLLUP.close(current)
            current = hour
        ROLLUP.add(reading)
    energy += ROLLUP.close(current)
    print(f"{energy:.1f} Wh")


if __name__ == "__main__":
    main()
