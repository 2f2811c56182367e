table = {}
for start in range(150):
    for stop in range(150):
        table.setdefault(start, {})[stop] = abs(start - stop) * 1.2
print(len(table))
