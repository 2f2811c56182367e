known = {}


def route(start, stop):
    key = (start, stop)
    if key in known:
        return known[key]
    if len(known) >= 500:
        known.clear()
    known[key] = [start + part * (stop - start) / 4 for part in range(5)]
    return known[key]


for n in range(6_000):
    route(n, n * 2)
print(len(known) > 0)
