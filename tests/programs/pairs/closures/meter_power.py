def make_meter():
    values = []

    def add(value):
        values.append((value, value * 0.3))

    def flush():
        result = list(values)
        values.clear()
        return len(result)

    return add, flush


add, flush = make_meter()
for minute in range(15_000):
    add(minute)
    if minute % 60 == 0:
        flush()
print("read")
