written = 0
batch = []
for number in range(20_000):
    batch.append("%08d;%s" % (number, "open" if number % 3 else "closed"))
    if number % 200 == 0:
        written += len(batch)
        batch = batch[:]
print(written)
