from itertools import chain, islice


def batch(number):
    return [f"event {number}.{n}" for n in range(40)]


stream = iter(())
taken = 0
for number in range(500):
    stream = chain(stream, batch(number))
    if number % 100 == 0:
        taken += len(list(islice(stream, 5)))
print(taken)
