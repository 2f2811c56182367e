batches = []
for start in range(0, 60_000, 300):
    batches.append([offset * 1.5 for offset in range(start, start + 300)])
print(len(batches))
