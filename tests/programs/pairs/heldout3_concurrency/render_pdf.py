from concurrent.futures import ThreadPoolExecutor


def render(number):
    body = "".join(f"<p>{number + line}</p>" for line in range(20))
    return f"<page n='{number}'>{body}</page>"


def chunks(count, size):
    for begin in range(0, count, size):
        yield range(begin, min(begin + size, count))


results = []
length = 0
with ThreadPoolExecutor(max_workers=2) as pool:
    for chunk in chunks(4000, 100):
        results[len(results):] = pool.map(render, chunk)
        length += len(results[-1])
print(length)
