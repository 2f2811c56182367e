from concurrent.futures import ThreadPoolExecutor


def crop(number):
    return bytes(10_000 + number)


def process(count):
    size = 0
    with ThreadPoolExecutor(max_workers=2) as pool:
        for number in range(count):
            size += len(pool.submit(crop, number).result())
    return size


print(process(600))
