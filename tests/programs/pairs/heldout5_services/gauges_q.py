"""Request metrics in the style of prometheus_client."""
import re
from bisect import bisect_left

BUCKETS = (5, 10, 25, 50, 100, 250, 500, 1000)
ROUTES = [
    (re.compile(r"^/users/\d+$"), "/users/{id}"),
    (re.compile(r"^/users/\d+/orders/\d+$"), "/users/{id}/orders/{order}"),
    (re.compile(r"^/health$"), "/health"),
]


class Histogram:
    def __init__(self, name):
        self.name = name
        self.series = {}

    def labels(self, **labels):
        key = tuple(sorted(labels.items()))
        if key not in self.series:
            self.series[key] = {"buckets": [0] * (len(BUCKETS) + 1), "sum": 0.0, "count": 0}
        return self.series[key]

    def observe(self, value, **labels):
        child = self.labels(**labels)
        child["buckets"][bisect_left(BUCKETS, value)] += 1
        child["sum"] += value
        child["count"] += 1


METRICS = Histogram("http_request_duration_ms")


def route_of(path):
    for pattern, template in ROUTES:
        if pattern.match(path):
            return template
    return "unknown"


def handle(method, path):
    route = route_of(path)
    duration = (len(path) * 37) % 600 + 0.5
    METRICS.observe(duration, method=method, route=route, status=200 if route != "unknown" else 404)
    return duration


def main():
    slowest = 0
    for n in range(3000):
        handle("GET", "/health")
        slowest = max(slowest, handle("GET", f"/users/{n}"))
        slowest = max(slowest, handle("POST", f"/users/{n}/orders/{n * 3}"))
    print("slowest", slowest)


if __name__ == "__main__":
    main()
