values = []
for chunk in range(1000):
    values = []
    values.append(bytes(20_000))
