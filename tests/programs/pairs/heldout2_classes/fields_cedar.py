"""Checked fields with a descriptor; readings are made, checked and thrown away."""
from dataclasses import dataclass


class Bounded:
    def __init__(self, low, high):
        self.low = low
        self.high = high
        self.values = {}

    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return self.values[instance]

    def __set__(self, instance, value):
        if not self.low <= value <= self.high:
            raise ValueError(f"{self.name[1:]} is {value}")
        self.values[instance] = value


class Reading:
    temperature = Bounded(-40, 60)
    humidity = Bounded(0, 100)

    def __init__(self, station, temperature, humidity):
        self.station = station
        self.temperature = temperature
        self.humidity = humidity


@dataclass
class Summary:
    count: int = 0
    refused: int = 0
    warmest: float = -100.0

    def add(self, reading):
        self.count += 1
        self.warmest = max(self.warmest, reading.temperature)


summary = Summary()


def measure(number):
    return Reading(f"station {number % 9}", (number * 7) % 120 - 50, (number * 13) % 101)


def main():
    for number in range(3500):
        try:
            summary.add(measure(number))
        except ValueError:
            summary.refused += 1
    print(summary)


if __name__ == "__main__":
    main()
