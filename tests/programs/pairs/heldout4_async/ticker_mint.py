"""Publish and subscribe over asyncio queues; some subscribers read more slowly than the feed writes."""
import asyncio
from datetime import datetime, timedelta, timezone


class Feed:
    def __init__(self):
        self.queues = {}
        self.dropped = 0

    def subscribe(self, name):
        mailbox = self.queues[name] = asyncio.Queue(maxsize=100)
        return mailbox

    def publish(self, tick):
        for mailbox in self.queues.values():
            while mailbox.full():
                mailbox.get_nowait()
                self.dropped += 1
            mailbox.put_nowait({**tick, "queued": mailbox.qsize()})


async def reader(feed, name, every, totals):
    mailbox = feed.subscribe(name)
    taken = 0
    while True:
        tick = await mailbox.get()
        if tick["last"]:
            break
        taken += 1
        totals[name] = totals.get(name, 0) + tick["price"]
        for _ in range(every):
            await asyncio.sleep(0)
    return taken


async def market(feed, ticks):
    totals = {}
    start = datetime(2024, 6, 3, 9, tzinfo=timezone.utc)
    readers = [asyncio.create_task(reader(feed, f"desk{n}", 6 ** n, totals)) for n in range(4)]
    await asyncio.sleep(0)
    for n in range(ticks):
        stamp = start + timedelta(milliseconds=250 * n)
        feed.publish({"symbol": f"SYM{n % 9}", "price": n * 7 % 300, "at": stamp.isoformat(), "last": False})
        await asyncio.sleep(0)
    for task in readers:
        task.cancel()
    await asyncio.gather(*readers, return_exceptions=True)
    return totals


feed = Feed()
print(sorted(asyncio.run(market(feed, 12_000))), feed.dropped > 0)
