rows = []
for left in range(50):
    row = []
    for right in range(200):
        row.append("ab" * 3000)
    rows.append(len(row))
