"""A crawler over a simulated site; fetches run as background tasks with a semaphore."""
import asyncio
import hashlib


class Site:
    """Pages that link to further pages."""

    def __init__(self, pages):
        self.pages = pages

    async def get(self, number):
        await asyncio.sleep(0)
        head = f"<html><title>Page {number}</title>"
        return head + "<p>lorem ipsum dolor</p>" * (200 + number % 100)

    def links(self, number):
        return [child for child in (2 * number + 1, 2 * number + 2) if child < self.pages]


class Crawler:
    def __init__(self, site, limit=16):
        self.site = site
        self.limit = limit
        self.running = set()
        self.digests = {}

    async def visit(self, number):
        async with self.gate:
            text = await self.site.get(number)
        self.digests[number % 64] = hashlib.sha1(text.encode()).hexdigest()
        for child in self.site.links(number):
            self.start(child)
        return text

    def start(self, number):
        task = asyncio.create_task(self.visit(number))
        self.running.add(task)
        task.add_done_callback(self.finished)

    def finished(self, task):
        self.open -= 1
        self.running.discard(task)
        if not task.cancelled() and task.exception() is not None:
            self.digests.clear()

    async def crawl(self):
        self.gate = asyncio.Semaphore(self.limit)
        self.open = self.site.pages
        self.start(0)
        while self.open:
            await asyncio.sleep(0)
        return len(self.digests)


crawler = Crawler(Site(1500))
if __name__ == "__main__":
    print(asyncio.run(crawler.crawl()), "digests")
