from concurrent.futures import ThreadPoolExecutor


def resize(number):
    return bytes(number % 1000 + 2_000)


with ThreadPoolExecutor(max_workers=2) as pool:
    sizes = 0
    for start in range(0, 1_200, 20):
        sizes += sum(map(len, pool.map(resize, range(start, start + 20))))
print(type(sizes).__name__)
