"""Joins two halves of each measurement that arrive in any order."""


def arrivals(count):
    for number in range(count):
        sensor = number // 2
        half = "high" if number % 2 else "low"
        yield sensor, half, (sensor * 37 + number) % 1024


def valid(readings):
    for sensor, half, value in readings:
        if value != 13:
            yield sensor, half, value


def pair_up(readings):
    waiting = {}
    for sensor, half, value in readings:
        entry = waiting.setdefault(sensor, {})
        entry[half] = value
        if len(entry) == 2:
            yield sensor, waiting[sensor]


def scaled(pairs, factor):
    for sensor, entry in pairs:
        yield sensor, entry["low"] * factor, entry["high"] * factor


joined = pair_up(valid(arrivals(20000)))


def main():
    widest = 0
    for sensor, low, high in scaled(joined, 0.5):
        widest = max(widest, abs(high - low))
        if sensor >= 5000:
            break
    print("widest", widest)


main()
