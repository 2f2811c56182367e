"""A cache whose entries expire; time is a counter that the program moves itself."""


class FakeClock:
    def __init__(self, start=0):
        self.time = start

    def tick(self, seconds=1):
        self.time += seconds
        return self.time


class TtlCache:
    def __init__(self, clock, ttl):
        self.clock = clock
        self.ttl = ttl
        self.items = {}
        self.next_sweep = 0

    def set(self, key, value):
        self.items[key] = (self.clock.time + self.ttl, value)
        if self.clock.time >= self.next_sweep:
            self.sweep()

    def get(self, key, default=None):
        entry = self.items.get(key)
        if entry is None or entry[0] <= self.clock.time:
            return default
        return entry[1]

    def sweep(self):
        now = self.clock.time
        expired = [key for key, (expires, _) in self.items.items() if expires <= now]
        for key in expired:
            del self.items[key]
        self.next_sweep = now + 50


TTL = 60 * 60
clock = FakeClock()
cache = TtlCache(clock, TTL)


def issue(number):
    token = f"token-{number:06d}"
    cache.set(token, {"user": number % 17, "scopes": ["read", "write"]})
    return token


def main():
    valid = 0
    for number in range(3000):
        clock.tick()
        token = issue(number)
        if cache.get(token) is not None:
            valid += 1
    print(valid, "valid")


if __name__ == "__main__":
    main()
