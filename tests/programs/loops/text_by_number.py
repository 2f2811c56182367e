lines = []
for number in range(12_000):
    lines.append(str(number) * 20)
