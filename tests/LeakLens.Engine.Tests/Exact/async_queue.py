import asyncio

log = []


async def produce(queue, count):
    for number in range(count):
        await queue.put(number)
        log.append(f"put {number}")
    await queue.put(None)


async def consume(queue):
    while (number := await queue.get()) is not None:
        log.append(f"got {number}")
        queue.task_done()
    queue.task_done()


class Connection:
    opened = 0

    async def __aenter__(self):
        Connection.opened += 1
        return self

    async def __aexit__(self, *problem):
        Connection.opened -= 1
        return False

    async def rows(self, count):
        for number in range(count):
            yield {"row": number}


class Countdown:
    def __init__(self, start):
        self.left = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.left == 0:
            raise StopAsyncIteration
        self.left -= 1
        return self.left


async def main():
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(produce(queue, 5), consume(queue))
    rows = []
    async with Connection() as connection:
        rows.append(Connection.opened)
        async for row in connection.rows(3):
            rows.append(row)
    async for left in Countdown(3):
        rows.append(left)
    async with asyncio.Semaphore(1):
        rows.append(Connection.opened)
    return rows


result = repr((asyncio.run(main()), log))
