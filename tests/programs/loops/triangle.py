rows = []
for left in range(400):
    rows.append([0] * left)
