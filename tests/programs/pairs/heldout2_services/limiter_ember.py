"""Sliding window rate limiter in front of a request handler, driven by a fake clock."""
from collections import deque


class Clock:
    def __init__(self):
        self.seconds = 0.0

    def advance(self, step):
        self.seconds += step

    def now(self):
        return self.seconds


class RateLimiter:
    def __init__(self, clock, window, limit):
        self.clock = clock
        self.window = window
        self.limit = limit
        self.hits = {}

    def _drop_old(self, queue, now):
        while queue and queue[-1] <= now - self.window:
            queue.popleft()

    def allow(self, client):
        now = self.clock.now()
        queue = self.hits.setdefault(client, deque())
        self._drop_old(queue, now)
        queue.append(now)
        return len(queue) <= self.limit


class Server:
    def __init__(self):
        self.clock = Clock()
        self.limiter = RateLimiter(self.clock, window=10, limit=100)
        self.served = 0
        self.rejected = 0

    def handle(self, client, path):
        if not self.limiter.allow(client):
            self.rejected += 1
            return 429, "slow down"
        self.served += 1
        return 200, f"{path} for {client}"


server = Server()


def main():
    clients = ["alice", "bob", "carol", "dave", "erin"]
    codes = {200: 0, 429: 0}
    for number in range(20000):
        server.clock.advance(0.25)
        client = clients[number % len(clients)]
        status, _ = server.handle(client, "/orders")
        codes[status] += 1
    print(codes)


if __name__ == "__main__":
    main()
