import asyncio


async def download(number):
    body = bytes(8_000 + number)
    await asyncio.sleep(0)
    return body


async def measure(count):
    size = 0
    step = count
    for start in range(0, count, step):
        bodies = await asyncio.gather(*(download(n) for n in range(start, start + step)))
        size += sum(map(len, bodies))
    return size


print(asyncio.run(measure(1_000)))
