table = {}
for number in range(50_000):
    table[number] = number * 3
