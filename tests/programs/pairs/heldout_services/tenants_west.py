import collections
import re


class Metering:
    NUMBER = re.compile(r"\d+")

    def __init__(self):
        self.counters = collections.Counter()
        self.totals = collections.defaultdict(float)

    def route_of(self, path):
        return path.rstrip("/")

    def observe(self, tenant, method, path, seconds):
        label = (tenant, method, self.route_of(path))
        self.counters[label] += 1
        self.totals[tenant] += seconds


metering = Metering()
tenants = ["north", "south", "mid"]
for number in range(6_000):
    metering.observe(tenants[number % 3], "GET", f"/orders/{number}/", 0.25)
