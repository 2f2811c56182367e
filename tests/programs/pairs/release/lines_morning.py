lines = []
for number in range(9_000):
    lines.clear()
    lines.append({"number": number, "text": f"line {number}"})
print(len(lines))
