lines = []
lines.clear()
for number in range(9_000):
    lines.append({"number": number, "text": f"line {number}"})
print(len(lines))
