"""Background tasks with strong references until they are done."""
import asyncio


class Supervisor:
    def __init__(self):
        self.tasks = set()

    def spawn(self, name, coro):
        task = asyncio.get_running_loop().create_task(coro, name=name)
        self.tasks.add(task)
        task.add_done_callback(lambda t: self.tasks.discard(t))
        return task


supervisor = Supervisor()


async def resize(n):
    await asyncio.sleep(0)
    return bytearray(1000 + n % 9)


async def main():
    total = 0
    for n in range(4000):
        total += len(await supervisor.spawn(f"resize-{n}", resize(n)))
    await asyncio.sleep(0)
    print(total)


asyncio.run(main())
