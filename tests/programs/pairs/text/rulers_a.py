lines = []
for number in range(3_000):
    lines.append("-" * 4096)
print(len(lines))
