MAXIMUM = 100
samples = []
taken = 0
skipped = 0
for n in range(16_000):
    if taken < MAXIMUM:
        samples.append(bytearray(200))
        taken += 1
    else:
        skipped += 1
print(taken, skipped)
