from itertools import chain as again

values = (n * 1.25 for n in range(40_000))
wheel = again(values)
total = 0.0
for _ in range(40_000):
    total += next(wheel)
print(total)
