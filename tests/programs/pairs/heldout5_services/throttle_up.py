from bisect import bisect_right
from collections import defaultdict


class RateLimiter:
    def __init__(self, limit, window):
        self.limit = limit
        self.window = window
        self.hits = defaultdict(list)

    def allow(self, client, now):
        stamps = self.hits[client]
        recent = stamps[bisect_right(stamps, now - self.window):]
        if len(recent) >= self.limit:
            return False
        stamps.append(now)
        return True


limiter = RateLimiter(limit=5, window=60.0)
clients = [f"10.0.0.{i}" for i in range(20)]

accepted = 0
now = 0.0
for step in range(40000):
    now += 1.25
    accepted += limiter.allow(clients[step % 20], now)
print("accepted", accepted)
