"""Idempotency-Key middleware: a retried POST gets the stored answer."""
import json
import random
from dataclasses import dataclass, field


class Clock:
    """Simulated time, in seconds."""

    def __init__(self):
        self.now = 1_700_000_000.0

    def advance(self, seconds):
        self.now += seconds

    def time(self):
        return self.now


@dataclass
class Request:
    method: str
    path: str
    headers: dict = field(default_factory=dict)
    body: str = ""


@dataclass
class Response:
    status: int
    body: str


class IdempotencyMiddleware:
    TTL = 30 * 1000

    def __init__(self, app, clock):
        self.app = app
        self.clock = clock
        self._seen = {}

    def __call__(self, request):
        key = request.headers.get("Idempotency-Key")
        if request.method != "POST" or key is None:
            return self.app(request)
        self._expire()
        hit = self._seen.get(key)
        if hit is not None:
            return hit[1]
        response = self.app(request)
        self._seen[key] = (self.clock.time() + self.TTL, response)
        return response

    def _expire(self):
        now = self.clock.time()
        for key in list(self._seen):
            deadline, _ = self._seen[key]
            if deadline > now:
                break
            del self._seen[key]


def orders_app(request):
    order = json.loads(request.body)
    lines = [{"sku": f"SKU-{i:05d}", "qty": q} for i, q in enumerate(order["quantities"])]
    return Response(201, json.dumps({"order": order["id"], "lines": lines}))


def traffic(seed, count):
    rng = random.Random(seed)
    for n in range(count):
        body = json.dumps({"id": n, "quantities": [rng.randint(1, 9) for _ in range(24)]})
        yield Request("POST", "/orders", {"Idempotency-Key": f"key-{n}"}, body)
        if rng.random() < 0.1:
            yield Request("POST", "/orders", {"Idempotency-Key": f"key-{n}"}, body)


clock = Clock()
application = IdempotencyMiddleware(orders_app, clock)


def main():
    statuses = {}
    for request in traffic(5, 2500):
        response = application(request)
        statuses[response.status] = statuses.get(response.status, 0) + 1
        clock.advance(0.5)
    print(statuses)


if __name__ == "__main__":
    main()
