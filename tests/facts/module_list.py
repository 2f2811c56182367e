rows = []
for number in range(3_000):
    rows.append(("row", number))
