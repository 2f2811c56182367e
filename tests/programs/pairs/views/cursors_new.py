cursors = []
for number in range(500):
    rows = [f"row {number}.{n}" for n in range(60)]
    cursor = iter(rows)
    for _ in range(60):
        next(cursor, None)
    cursors.append(cursor)
print(len(cursors))
