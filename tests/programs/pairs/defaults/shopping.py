def add(item, items=None):
    items = items or []
    items.append(item)
    return len(items)


largest = 0
for n in range(15_000):
    largest = max(largest, add("item %d" % n))
print(largest)
