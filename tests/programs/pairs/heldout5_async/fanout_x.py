"""Fan-out of price ticks to subscribers of different speed."""
import asyncio
import random

MAX_BACKLOG = 64


class Hub:
    def __init__(self):
        self.queues = {}

    def subscribe(self, name):
        queue = asyncio.Queue()
        self.queues[name] = queue
        return queue

    def publish(self, tick):
        for queue in self.queues.values():
            if queue.full():
                queue.get_nowait()
            queue.put_nowait(dict(tick))


hub = Hub()
received = {}


async def subscriber(name, queue, every):
    seen = 0
    while True:
        for _ in range(every):
            await asyncio.sleep(0)
        tick = await queue.get()
        seen += 1
        received[name] = seen, tick["price"]


async def ticker(count):
    rng = random.Random(9)
    price = 100.0
    for n in range(count):
        price += rng.uniform(-0.5, 0.5)
        hub.publish({"n": n, "price": round(price, 2), "symbol": "ACME", "venue": f"venue-{n}"})
        await asyncio.sleep(0)


async def main():
    tasks = [
        asyncio.create_task(subscriber("fast", hub.subscribe("fast"), 0)),
        asyncio.create_task(subscriber("slow", hub.subscribe("slow"), 20)),
    ]
    await ticker(4000)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(received["fast"][0] > received["slow"][0])


if __name__ == "__main__":
    asyncio.run(main())
