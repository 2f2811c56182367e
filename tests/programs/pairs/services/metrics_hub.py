"""In-process metrics.

Counters are identified by name and labels; a scraper reads them all.
"""


class Counter:
    __slots__ = ("name", "labels", "value")

    def __init__(self, name, labels):
        self.name = name
        self.labels = labels
        self.value = 0

    def increase(self, amount=1):
        self.value += amount


class Metrics:
    def __init__(self):
        self.series = {}

    def counter(self, name, **labels):
        key = (name, tuple(sorted(labels.items())))
        if key not in self.series:
            self.series[key] = Counter(name, labels)
        return self.series[key]

    def total(self, name):
        return sum(c.value for c in self.series.values() if c.name == name)


metrics = Metrics()
for request in range(8_000):
    kind = "GET" if request % 3 else "POST"
    metrics.counter("requests", method=kind, user=f"user-{request}").increase()
print("requests:", metrics.total("requests"))
