BUDGET = 64 * 1024
chunks = []
used = 0
for n in range(3_000):
    chunk = bytes(1_000 + n % 64)
    if used + len(chunk) > BUDGET:
        used = 0
    chunks.append(chunk)
    used += len(chunk)
print(len(chunks), used)
