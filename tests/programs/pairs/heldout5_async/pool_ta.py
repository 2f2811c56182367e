"""Connection pool with an async context manager."""
import asyncio
from contextlib import asynccontextmanager


class QueryError(Exception):
    pass


class Connection:
    def __init__(self, number):
        self.number = number
        self.buffer = bytearray(64 * 1024)
        self.queries = 0

    async def execute(self, sql):
        self.queries += 1
        raw = sql.encode()
        self.buffer[:len(raw)] = raw
        await asyncio.sleep(0)
        if "boom" in sql:
            raise QueryError(sql)
        return len(raw)


class Pool:
    def __init__(self):
        self.members = []
        self.idle = []

    def _checkout(self):
        if self.idle:
            return self.idle.pop()
        conn = Connection(len(self.members))
        self.members.append(conn)
        return conn

    @asynccontextmanager
    async def connection(self):
        conn = self._checkout()
        yield conn
        self.idle.append(conn)


pool = Pool()
errors = 0


async def request(n):
    global errors
    table = "boom" if n % 5 == 0 else "orders"
    try:
        async with pool.connection() as conn:
            return await conn.execute(f"SELECT * FROM {table} WHERE id = {n}")
    except QueryError:
        errors += 1
        return 0


async def worker(queue):
    done = 0
    while True:
        n = await queue.get()
        if n is None:
            return done
        done += await request(n)


async def main():
    queue = asyncio.Queue(20)
    workers = [asyncio.create_task(worker(queue)) for _ in range(4)]
    for n in range(1500):
        await queue.put(n)
    for _ in workers:
        await queue.put(None)
    print(sum(await asyncio.gather(*workers)), errors)


if __name__ == "__main__":
    asyncio.run(main())
