from collections import defaultdict


class Timings:
    def __init__(self, width):
        self.width = width
        self.buckets = defaultdict(dict)
        self.slowest = 0.0

    def observe(self, route, millis):
        counts = self.buckets[route]
        bucket = millis // self.width
        counts[bucket] = counts.get(bucket, 0) + 1
        if millis > self.slowest:
            self.slowest = millis

    def quantile(self, route, share):
        counts = self.buckets[route]
        left = share * sum(counts.values())
        for bucket in sorted(counts):
            left -= counts[bucket]
            if left <= 0:
                return bucket * self.width
        return 0.0


def requests(count):
    routes = ("/login", "/search", "/cart", "/checkout")
    for n in range(count):
        yield routes[n % 4], 5.0 + n * 0.013


timings = Timings(50)
for route, millis in requests(40000):
    timings.observe(route, millis)
print(round(timings.quantile("/cart", 0.5)), round(timings.slowest, 2))
