totals = []
latest = []


def store(value):
    totals.append(value)


def replace(value):
    latest[:] = [value]


def each(action, count):
    for number in range(count):
        action({"number": number, "square": number * number})


each(replace, 8_000)
print(len(totals) + len(latest))
