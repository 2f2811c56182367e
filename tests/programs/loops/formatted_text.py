lines = []
for number in range(3_000):
    lines.append(f"record {number}: " + "z" * 5_000)
