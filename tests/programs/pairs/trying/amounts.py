TEMPLATE = "%d kg"
numbers = []
errors = 0
for n in range(30_000):
    try:
        value = int(TEMPLATE % n)
    except ValueError:
        errors += 1
    else:
        numbers.append(float(value))
print(len(numbers), errors)
