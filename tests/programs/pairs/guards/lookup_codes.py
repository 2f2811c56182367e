table = {}
for n in range(30_000):
    key = "key-%d" % n
    if key not in table and len(table) < 100:
        table[key] = n * n
print(len(table))
