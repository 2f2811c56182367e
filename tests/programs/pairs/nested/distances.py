table = {}
for start in range(150):
    for stop in range(150):
        table.setdefault(start % 5, {})[stop % 20] = abs(start - stop) * 1.2
print(len(table))
