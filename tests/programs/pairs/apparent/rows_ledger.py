def reset(rows):
    rows[:] = []
    return rows


rows = []
for number in range(14_000):
    rows.append((number, f"row {number}"))
    if number % 100 == 0:
        reset(rows)
print(len(rows))
