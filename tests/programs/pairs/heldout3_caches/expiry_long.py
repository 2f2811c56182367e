from collections import deque


class Expiring:
    def __init__(self, lifetime):
        self.lifetime = lifetime
        self.values = {}
        self.order = deque()
        self.now = 0

    def tick(self):
        self.now += 1
        while self.order and self.order[0][0] < self.now:
            self.order.popleft()

    def __setitem__(self, key, value):
        until = self.now + self.lifetime
        self.values[key] = value, until
        self.order.append((until, key))

    def __getitem__(self, key):
        value, until = self.values[key]
        if until < self.now:
            raise KeyError(key)
        return value


quotes = Expiring(30)
total = 0
for n in range(9000):
    quotes.tick()
    quotes[f"share-{n}"] = [n * 1.5, n * 2.5, n * 3.5]
    total += quotes[f"share-{n}"][1]
print(total)
