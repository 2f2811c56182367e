registry = {}
for number in range(60_000):
    registry[number] = None
registry.clear()
print(len(registry))
