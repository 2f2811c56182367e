"""Request metrics of a service: counters and latency histograms with labels."""
from __future__ import annotations

import random
import re
from array import array
from bisect import bisect_left
from typing import Iterable, NamedTuple


class Route(NamedTuple):
    template: str
    pattern: re.Pattern


def route(template: str) -> Route:
    return Route(template, re.compile(re.sub(r"\{\w+\}", r"(\\d+)", template)))


ROUTES = [route("/users/{user}"), route("/users/{user}/orders/{order}"), route("/status")]


class Histogram:
    bounds = [0.001 * 1.2 ** n for n in range(60)]

    def __init__(self):
        self.counts = array("Q", bytes(8 * (len(self.bounds) + 1)))
        self.total = 0.0

    def observe(self, seconds: float) -> None:
        self.counts[bisect_left(self.bounds, seconds)] += 1
        self.total += seconds

    def __iadd__(self, other: "Histogram") -> "Histogram":
        for index, count in enumerate(other.counts):
            self.counts[index] += count
        self.total += other.total
        return self


class Registry:
    def __init__(self):
        self.series: dict[tuple, Histogram] = {}

    def histogram(self, name: str, **labels: str) -> Histogram:
        key = (name, *sorted(labels.items()))
        try:
            return self.series[key]
        except KeyError:
            made = self.series[key] = Histogram()
            return made

    def expose(self) -> Iterable[str]:
        for (name, *labels), histogram in sorted(self.series.items())[:5]:
            text = ",".join(f'{label}="{value}"' for label, value in labels)
            yield f"{name}_sum{{{text}}} {histogram.total:.3f}"


registry = Registry()


def find(path: str) -> Route | None:
    for candidate in ROUTES:
        if candidate.pattern.fullmatch(path):
            return candidate
    return None


def handle(path: str, seconds: float) -> int:
    found = find(path)
    status = 200 if found else 404
    if found:
        registry.histogram("latency", route=path, status=str(status)).observe(seconds)
    return status


def main() -> None:
    clock = random.Random(11)
    for n in range(12_000):
        match n % 4:
            case 0:
                path = f"/users/{n % 2500}"
            case 1:
                path = "/status"
            case 2:
                path = f"/users/{n % 2500}/orders/{n}"
            case _:
                path = f"/favicon-{n}.ico"
        handle(path, clock.expovariate(20))
    print("\n".join(registry.expose()))


if __name__ == "__main__":
    main()
