MAXIMUM = 100
samples = []
taken = 0
skipped = 0
for n in range(16_000):
    if taken < MAXIMUM:
        samples.append(bytearray(200))
        skipped += 1
    else:
        taken += 1
print(taken, skipped)
