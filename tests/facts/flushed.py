batch = []
for number in range(1_000):
    batch.append("record %d" % number)
    if len(batch) == 100:
        batch.clear()
