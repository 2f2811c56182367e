def mean():
    total = 0.0
    values = []
    average = None
    while True:
        value = yield average
        total += value
        values.append(value)
        average = total / len(values)


def prime(generator):
    next(generator)
    return generator


means = {name: prime(mean()) for name in ("north", "south", "coast")}
last = {}
for n in range(30000):
    for name, generator in means.items():
        last[name] = generator.send(n * 0.25 + len(name))
print(sorted(last))
