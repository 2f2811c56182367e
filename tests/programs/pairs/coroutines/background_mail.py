import asyncio

running = set()


async def deliver(number, text):
    await asyncio.sleep(0)
    return len(text) + number


async def main():
    for number in range(1_200):
        task = asyncio.create_task(deliver(number, f"mail {number}"))
        running.add(task)
        task.add_done_callback(asyncio.Task.result)
        await asyncio.sleep(0)
        await task


asyncio.run(main())
print(len(running) > 10)
