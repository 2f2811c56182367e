table = {}
for i in range(1000):
    table[str(i) * 1_000] = "value" * (1_000 + i)
