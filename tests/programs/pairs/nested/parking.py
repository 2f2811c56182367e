plan = []
for level in range(50):
    for block in range(200):
        row = [f"{level}-{block}-{seat}" for seat in range(3)]
        plan.append(row)
print(len(plan))
