"""Tasks and coroutines that nobody answers for, and those that somebody does.

A function or class that ends in ``_bad`` or ``Bad`` loses or hoards tasks; the line is marked.
One that ends in ``_ok`` or ``Ok`` must stay silent.
"""

import asyncio

TASKS = set()
HISTORY = []
RUNNING = set()


async def handle(item):
    await asyncio.sleep(1)
    return item


async def save(item):
    print(item)


async def serve_bad(queue):
    while True:
        item = await queue.get()
        asyncio.create_task(handle(item))  # expect: LL407


async def notify_bad(item):
    asyncio.create_task(handle(item))  # expect: LL407


async def start_bad(item):
    task = asyncio.get_running_loop().create_task(handle(item))  # expect: LL407
    print("started")


async def receive_bad(queue):
    while True:
        item = await queue.get()
        TASKS.add(asyncio.create_task(handle(item)))  # expect: LL407


class HubBad:
    def __init__(self):
        self.jobs = []

    async def request(self, item):
        job = asyncio.create_task(handle(item))
        self.jobs.append(job)  # expect: LL407


async def keep_all_bad():
    for number in range(1_000):
        HISTORY.append(asyncio.create_task(handle(number)))  # expect: LL407


async def store_bad(item):
    save(item)  # expect: LL407


async def told_each_time_bad(feed, owner):
    # The next trip comes as soon as the message could not be stored.
    async for item in feed:
        try:
            asyncio.create_task(handle(owner))  # expect: LL407
            await item.store()
            break
        except OSError:
            continue


async def told_once_bad(feed, owner):
    # A break behind it: one task that nobody keeps, and no trip that starts another. A note, therefore.
    async for item in feed:
        if item.is_old:
            asyncio.create_task(handle(owner))  # expect: LL407
            break


class PollerBad:
    async def open(self):
        self.task = asyncio.create_task(self.poll())  # expect: LL407

    async def poll(self):
        while True:
            await asyncio.sleep(1)

    async def refresh(self):
        self.poll()  # expect: LL407

    async def close(self):
        print("closed")


async def serve_ok(queue):
    while True:
        item = await queue.get()
        task = asyncio.create_task(handle(item))
        RUNNING.add(task)
        task.add_done_callback(RUNNING.discard)


async def notify_ok(item):
    await asyncio.create_task(handle(item))


async def group_ok(items):
    async with asyncio.TaskGroup() as group:
        for item in items:
            group.create_task(handle(item))


async def first_only_ok(feed):
    async for item in feed:
        task = asyncio.create_task(handle(item))
        break
    else:
        return None
    return await task


async def gather_ok(items):
    tasks = [asyncio.create_task(handle(item)) for item in items]
    return await asyncio.gather(*tasks)


async def cancelled_ok(item):
    task = asyncio.create_task(handle(item))
    await asyncio.sleep(5)
    task.cancel()


async def store_ok(item):
    await save(item)


async def handed_out_ok(item):
    return asyncio.create_task(handle(item))


class PollerOk:
    async def open(self):
        self.job = asyncio.create_task(self.poll())

    async def poll(self):
        while True:
            await asyncio.sleep(1)

    async def refresh(self):
        await self.poll()

    async def close(self):
        self.job.cancel()


class HubOk:
    def __init__(self):
        self.tasks = []

    async def request(self, item):
        self.tasks.append(asyncio.create_task(handle(item)))

    async def drain(self):
        await asyncio.gather(*self.tasks)
        self.tasks.clear()


class FlagOk:
    # The task ends by itself when it sees the flag.
    async def open(self):
        self.ended = False
        self.watcher = asyncio.create_task(self.watch())

    async def watch(self):
        while not self.ended:
            await asyncio.sleep(1)

    async def close(self):
        self.ended = True


async def FN_unknown_loop_bad(server, item):
    # What server.loop is, this file does not say.
    server.loop.create_task(handle(item))


class PoolOk:
    # What is called is a method of the argument: a static method has no self.
    async def execute(self, query):
        await self.run(query)

    @staticmethod
    def insert(execution, rows):
        execution.execute(rows)


asyncio.run(keep_all_bad())
