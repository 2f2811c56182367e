from itertools import tee

source = (n * 1.5 for n in range(60_000))
now, later = tee(source)
total = 0.0
for value in now:
    total += value
    next(later)
print(total)
