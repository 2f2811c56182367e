table = {}
for number in range(50_000):
    table[number % 16] = "y" * 5000
