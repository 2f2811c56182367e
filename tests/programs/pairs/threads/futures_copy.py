from concurrent.futures import ThreadPoolExecutor


def scan(number):
    return [number * part for part in range(100)]


futures = []
total = 0
with ThreadPoolExecutor(max_workers=2) as pool:
    for number in range(500):
        future = pool.submit(scan, number)
        total += len(future.result())
        futures = [future]
print(total)
