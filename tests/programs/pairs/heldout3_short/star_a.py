log = ()
for n in range(2500):
    first, *rest = f"{n} is followed by {n + 1} and {n + 2} in this row".split()
    *log, = (*log, rest)
print(len(log) > 1)
