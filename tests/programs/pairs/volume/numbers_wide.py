numbers = []
for n in range(500_000):
    numbers = [n * 1_000]
print(len(numbers))
