import asyncio

running = set()


async def send(number):
    await asyncio.sleep(0)
    return {"number": number, "receipt": f"receipt {number} " * 20}


def start(number):
    task = asyncio.create_task(send(number))
    running.add(task)
    task.add_done_callback(running.discard)


async def main():
    for number in range(3000):
        start(number)
        if number % 20 == 19:
            await asyncio.sleep(0)
            await asyncio.sleep(0)
    await asyncio.sleep(0)


asyncio.run(main())
print(len(running) % 3000)
