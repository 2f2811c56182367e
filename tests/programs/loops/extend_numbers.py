values = []
for chunk in range(1000):
    values.extend([1000, 2000, 3000] * 7)
