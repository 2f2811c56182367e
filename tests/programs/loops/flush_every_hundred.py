batch = []
written = 0
for number in range(10_000):
    batch.append(bytes(3000))
    if len(batch) >= 100:
        written += len(batch)
        batch.clear()
