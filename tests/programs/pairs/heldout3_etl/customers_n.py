def snapshots(days, customers):
    for day in range(days):
        for number in range(customers):
            city = "Basel" if (number + day // 50) % 3 else "Bern"
            yield number, (f"Customer {number}", city, f"plan-{number % 4}", f"loaded {day:05d}")


history = {}
changes = 0
for number, row in snapshots(200, 60):
    versions = history.setdefault(number, [])
    if not versions or versions[-1][:3] != row[:3]:
        versions.append(row)
        changes += 1
print(len(history), changes > 0)
