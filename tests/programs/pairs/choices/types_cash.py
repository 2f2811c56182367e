texts = []
total = 0
for number in range(12_000):
    value = f"{number} EUR"
    if isinstance(value, str):
        texts.append(value)
    elif isinstance(value, int):
        total += value
print(len(texts), total)
