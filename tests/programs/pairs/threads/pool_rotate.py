from concurrent.futures import ThreadPoolExecutor


def resize(number):
    return bytes(number % 1000 + 2_000)


with ThreadPoolExecutor(max_workers=2) as pool:
    sizes = list(pool.map(resize, range(1_200)))
print(type(sizes).__name__)
