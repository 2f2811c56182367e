from collections import deque

readings = deque()


def sample(tick):
    return {"tick": tick, "celsius": 20.0 + tick / 1000}


for tick in range(9_000):
    readings.append(sample(tick))

newest = readings[-1]
print(newest["celsius"], len(readings))
