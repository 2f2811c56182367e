numbers = []
for n in range(500_000):
    numbers.append(n * 1_000)
print(len(numbers))
