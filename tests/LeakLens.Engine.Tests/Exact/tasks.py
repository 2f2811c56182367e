import asyncio

log = []


async def work(name, steps):
    for step in range(steps):
        log.append(f"{name}{step}")
        await asyncio.sleep(0)
    if name == "b":
        raise ValueError("b failed")
    return name * steps


async def forever(event):
    try:
        await event.wait()
    except asyncio.CancelledError:
        log.append("cancelled")
        raise


async def main():
    task = asyncio.create_task(work("a", 3))
    log.append("made")
    gathered = await asyncio.gather(work("b", 2), work("c", 1), task, return_exceptions=True)
    waiting = asyncio.create_task(forever(asyncio.Event()))
    await asyncio.sleep(0.01)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        log.append("seen")
    try:
        await asyncio.wait_for(asyncio.sleep(10), timeout=0.01)
    except asyncio.TimeoutError:
        log.append("too late")
    return [str(one) for one in gathered], task.done(), waiting.cancelled()


result = repr((asyncio.run(main()), log))
