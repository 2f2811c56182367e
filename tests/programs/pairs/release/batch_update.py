sent = 0
batch = []
for number in range(14_000):
    batch.append({"id": number, "value": None})
    if len(batch) >= 100:
        sent += 100
        batch = list(batch)
print(sent)
