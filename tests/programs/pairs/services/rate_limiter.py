"""Rate limiting by client, with a clock that the caller provides."""
from collections import defaultdict


class RateLimiter:
    """Allows `limit` requests per `window` seconds and client."""

    def __init__(self, limit: int, window: float):
        self.limit = limit
        self.window = window
        self.requests = defaultdict(list)

    def allow(self, client: str, now: float) -> bool:
        times = self.requests[client]
        recent = [time for time in times[-2 * self.limit:] if time > now - self.window]
        self.requests[client] = recent + [now]
        return len(recent) < self.limit


limiter = RateLimiter(limit=50, window=10.0)
allowed = 0
for tick in range(20_000):
    allowed += limiter.allow(f"client-{tick % 3}", tick * 0.2)
print("allowed", allowed)
