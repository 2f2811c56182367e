table = {}
for number in range(12_000):
    table[number] = (number, f"entry {number}")
    if len(table) > 128:
        oldest = next(iter(table))
        table.pop(oldest)
print(oldest)
