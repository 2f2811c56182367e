"""Crawl pages (simulated) and count words."""
import asyncio


async def download(url):
    await asyncio.sleep(0)
    return (url + " some words on the page ") * 400


async def crawl(urls, width):
    words = 0
    for start in range(0, len(urls), width):
        bodies = await asyncio.gather(*(download(url) for url in urls[start:start + width]))
        words += sum(body.count(" ") for body in bodies)
    return words


async def main():
    urls = [f"https://example.org/{n}" for n in range(600)]
    print(await crawl(urls, width=8))


asyncio.run(main())
