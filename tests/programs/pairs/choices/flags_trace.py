DEBUG = False
trail = []


def debug(*words):
    if DEBUG:
        trail.append(" ".join(map(str, words)))


for number in range(9_000):
    debug("request", number, "took", number % 13, "ms")
print(len(trail))
