groups = {}
for number in range(20_000):
    groups.setdefault(number % 10, []).append(bytes(500))
