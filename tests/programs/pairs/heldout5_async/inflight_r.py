"""De-duplicate concurrent loads of one key (the `singleflight` of Go)."""
import asyncio
import random


class LoadError(Exception):
    pass


class Loader:
    def __init__(self, fetch):
        self.fetch = fetch
        self.inflight = {}
        self.loads = 0

    async def get(self, key):
        future = self.inflight.get(key)
        if future is None:
            future = self.inflight[key] = asyncio.ensure_future(self._load(key))
        return await asyncio.shield(future)

    async def _load(self, key):
        self.loads += 1
        value = await self.fetch(key)
        self.inflight.pop(key, None)
        return value


async def fetch(key):
    payload = bytearray(4096)
    payload[:len(key)] = key.encode()
    await asyncio.sleep(0)
    if key.endswith(("3", "7")):
        raise LoadError(f"upstream refused {key}")
    return len(payload)


loader = Loader(fetch)


async def client(number, rounds):
    rng = random.Random(number)
    ok = failed = 0
    for n in range(rounds):
        key = f"item-{n}-{rng.randrange(10)}"
        try:
            await loader.get(key)
            ok += 1
        except LoadError:
            failed += 1
    return ok, failed


async def main():
    results = await asyncio.gather(*(client(number, 1500) for number in range(4)))
    print(sum(ok for ok, _ in results), sum(failed for _, failed in results), loader.loads)


if __name__ == "__main__":
    asyncio.run(main())
