def numbers(count):
    for n in range(count):
        yield f"id-{n // 2:09d}"


def distinct(items, window):
    seen = set()
    for item in items:
        if item not in seen:
            seen.add(item)
            yield item
        if len(seen) >= window:
            seen.clear()


source = distinct(numbers(50000), 500)
length = 0
for item in source:
    length += len(item)
    if item == "id-000024000":
        break
print(length)
