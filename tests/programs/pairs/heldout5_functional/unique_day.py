from collections import deque
from itertools import islice


def visits():
    n = 0
    while True:
        yield f"visitor-{n * 7 % 60000:06d}-{n % 3}"
        n += 1


def unique(items, size):
    seen, order = set(), deque()
    for item in items:
        if item not in seen:
            seen.add(item)
            order.append(item)
            if len(order) > size:
                order.popleft()
            yield item


fresh = unique(visits(), 1000)
print(sum(len(item) for item in islice(fresh, 30000)))
