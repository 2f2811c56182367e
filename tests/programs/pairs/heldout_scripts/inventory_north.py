import copy

stock = {f"item-{n}": {"count": n % 10, "shelf": n // 10} for n in range(120)}
snapshots = []
for day in range(60):
    changed = {}
    for n in range(day % 3):
        name = f"item-{(day * 7 + n) % 120}"
        stock[name]["count"] += 1
        changed[name] = stock[name]["count"]
    snapshots.append(copy.deepcopy(stock))
