"""Fetches pages with asyncio; each round starts a few tasks and waits for them."""
import asyncio


class Crawler:
    def __init__(self):
        self.finished = []
        self.bytes = 0

    async def fetch(self, url):
        await asyncio.sleep(0)
        if url.endswith("7"):
            return {"url": url, "status": 404, "body": ""}
        return {"url": url, "status": 200, "body": f"<h1>{url}</h1>" * 4}

    async def round(self, urls):
        tasks = [asyncio.create_task(self.fetch(url)) for url in urls]
        pages = await asyncio.gather(*tasks)
        self.finished = [page for page in pages if page["status"] == 200]
        self.bytes += sum(len(page["body"]) for page in pages)
        return len(pages)


def urls(number, size):
    return [f"https://example.org/{number}/{index}" for index in range(size)]


crawler = Crawler()


async def crawl(rounds):
    visited = 0
    for number in range(rounds):
        visited += await crawler.round(urls(number, 10))
    return visited


def main():
    visited = asyncio.run(crawl(150))
    print(visited, crawler.bytes)


if __name__ == "__main__":
    main()
