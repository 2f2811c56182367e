registry = {}
for number in range(60_000):
    registry[number] = None
for number in range(60_000):
    del registry[number]
print(len(registry))
