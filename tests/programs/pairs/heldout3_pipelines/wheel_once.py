from itertools import cycle, islice


def slots(count):
    for n in range(count):
        yield n, f"slot {n}"


wheel = iter(slots(20000))
drawn = 0
while part := list(islice(wheel, 500)):
    drawn += len(part)
    if drawn >= 19500:
        break
print(drawn)
