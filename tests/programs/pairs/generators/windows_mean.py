def running(source):
    values = []
    for value in source:
        values.append(value * 1.0)
        yield values


stream = running(iter(range(60_000)))
last = None
for _ in range(50_000):
    last = next(stream)
print(last[-1])
