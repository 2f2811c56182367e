import asyncio

seen = []


async def ticks(count):
    for number in range(count):
        if number % 500 == 0:
            await asyncio.sleep(0)
        yield {"tick": number, "beat": number % 4}


async def main():
    beats = 0
    async for tick in ticks(9_000):
        beats += tick["beat"]
        seen.append(tick)
    return beats


print(asyncio.run(main()))
