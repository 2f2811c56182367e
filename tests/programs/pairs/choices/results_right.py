cache = {}


def make(number):
    cache[number] = result = ("result", number * 1000)
    return result


for number in range(10_000):
    found = cache.get(number) and make(number)
print(found)
