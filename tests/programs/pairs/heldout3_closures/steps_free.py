from functools import partial


def report(*notes):
    return sum(map(len, notes[-5:]))


step = partial(report)
length = 0
for n in range(2500):
    note = f"note {n}: " + "measured again, " * 25
    step = partial(report, note)
    length += step()
print(length)
