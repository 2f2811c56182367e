from itertools import tee


def readings(count):
    level = 100
    for n in range(count):
        level = (level * 31 + n) % 5003
        yield {"n": n, "level": level}


earlier, later = tee(readings(12000))
rises = 0
before = next(earlier)
for reading in earlier:
    rises += reading["level"] > before["level"]
    before = reading
print(rises > 0)
