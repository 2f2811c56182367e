from concurrent.futures import ThreadPoolExecutor


def crop(number):
    return bytes(10_000 + number)


def process(count):
    size = 0
    with ThreadPoolExecutor(max_workers=2) as pool:
        for result in [future.result() for future in [pool.submit(crop, n) for n in range(count)]]:
            size += len(result)
    return size


print(process(600))
