from concurrent.futures import ThreadPoolExecutor, as_completed


def work(number):
    if number % 4 == 3:
        raise ValueError(f"no {number}")
    return number * number


good, bad = [], []
with ThreadPoolExecutor(max_workers=3) as pool:
    futures = {pool.submit(work, number): number for number in range(10)}
    for future in as_completed(futures):
        try:
            good.append((futures[future], future.result()))
        except ValueError as problem:
            bad.append(str(problem))
    squares = list(pool.map(work, [1, 2, 4]))
result = repr((sorted(good), sorted(bad), squares, all(future.done() for future in futures)))
