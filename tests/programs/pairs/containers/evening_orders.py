"""Nightly import of orders."""
orders = []
for number in range(12_000):
    record = {"id": number, "total": number * 1.5, "lines": [number, number + 1]}
    orders.append(record)
print("imported", len(orders))
