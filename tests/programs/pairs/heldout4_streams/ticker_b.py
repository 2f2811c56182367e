"""The first hour in which a machine ran hot, by a moving mean over its readings."""


def readings(count):
    level = 20.0
    for n in range(count):
        level += 0.0005 if n % 4 else -0.0002
        yield n, level


def smoothed(source, width):
    seen = []
    for second, value in source:
        seen.append((second, value))
        if len(seen) < width:
            continue
        del seen[:-width]
        yield seen[0][0], sum(v for _, v in seen) / width


FEED = smoothed(readings(200_000), 5)
for second, mean in FEED:
    if mean > 42.0:
        print(f"hot since second {second}: {mean:.3f}")
        break
else:
    print("never hot")
