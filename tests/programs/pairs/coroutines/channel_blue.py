import asyncio
from collections import deque

channel = deque()


async def produce(ready):
    for number in range(10_000):
        channel.append({"number": number, "text": f"message {number}"})
        if number % 50 == 0:
            ready.set()
            await asyncio.sleep(0)


async def consume(ready):
    taken = 0
    while True:
        await ready.wait()
        ready.clear()
        taken += len(channel) and 1


async def main():
    ready = asyncio.Event()
    consumer = asyncio.create_task(consume(ready))
    await produce(ready)
    await asyncio.sleep(0)
    consumer.cancel()


asyncio.run(main())
print(len(channel) > 100)
