import asyncio

finished = []


async def fetch(number):
    await asyncio.sleep(0)
    return b"%d" % number * 500


async def main():
    size = 0
    for number in range(1_500):
        task = asyncio.create_task(fetch(number))
        size += len(await task)
        finished.append(task)
    return size


print(asyncio.run(main()))
