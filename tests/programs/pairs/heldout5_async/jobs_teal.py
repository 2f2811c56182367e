import asyncio

background = set()


async def render(n):
    await asyncio.sleep(0)
    return f"<p>{n}</p>" * 120


async def main():
    for n in range(1200):
        task = asyncio.create_task(render(n))
        background.add(task)
        task.add_done_callback(lambda done: done.result())
        if n % 10 == 0:
            await asyncio.sleep(0)
    await asyncio.gather(*background)


asyncio.run(main())
print("rendered")
