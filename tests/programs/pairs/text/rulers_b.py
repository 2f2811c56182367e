lines = []
for number in range(3_000):
    lines.append("-" * 4097)
print(len(lines))
