"""One lock per order, so that two workers never touch the same one."""
import asyncio

locks = {}
stock = {"apple": 0}


def lock_for(order_id):
    lock = locks.get(order_id)
    if lock is None:
        lock = locks[order_id] = asyncio.Lock()
    return lock


async def process(order_id):
    async with lock_for(order_id):
        stock["apple"] += 1
        await asyncio.sleep(0)
        stock["apple"] -= 1


async def worker(first, step, count):
    for n in range(first, count, step):
        await process(f"order-{n}")
        await process(f"order-{n}")


async def main():
    await asyncio.gather(*(worker(i, 4, 6000) for i in range(4)))


if __name__ == "__main__":
    asyncio.run(main())
    print(stock)
