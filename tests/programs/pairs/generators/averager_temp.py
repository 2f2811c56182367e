def averager():
    received = []
    total, count = 0.0, 0
    while True:
        value = yield (total / count if count else 0.0)
        total += value
        count += 1
        received = (count, value)


averager = averager()
next(averager)
for n in range(20_000):
    mean = averager.send(n * 0.5)
print(mean)
