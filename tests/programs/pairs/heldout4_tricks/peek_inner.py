import heapq
from contextlib import closing
from itertools import islice


def readings(station, days):
    """The station's readings, warmest first."""
    rows = [(-((day * 31 + station * 17) % 400), day, f"st{station:03d}/day{day:04d}") for day in range(days)]
    heapq.heapify(rows)
    while rows:
        warmth, day, label = heapq.heappop(rows)
        yield -warmth / 10, label


heads = []
warmest = []
for station in range(120):
    source = readings(station, 730)
    warmest.extend(islice(source, 1))
    heads.append(source)
del source

print(max(warmest), len(heads))
