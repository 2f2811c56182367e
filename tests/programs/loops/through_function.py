store = {}


def keep(key, size):
    store[key] = bytearray(size)


def fill(count):
    for key in range(count):
        keep(key, 10_000)


fill(800)
