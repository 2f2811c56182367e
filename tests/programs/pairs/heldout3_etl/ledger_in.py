from collections import Counter


def movements(orders):
    for n in range(orders):
        item = f"item-{n:06d}-{'abc'[n % 3] * 60}"
        yield item, n % 5 + 1
        yield item, -(n % 5 + 1)


stock = Counter()
moved = 0
for item, quantity in movements(8000):
    stock[item] += quantity
    moved += abs(quantity)
    if stock[item] == 0 and moved % 2 == 0:
        +stock
print(moved)
