"""Order outbox: domain events are appended by the order aggregate and relayed to the bus in batches."""
import itertools
import json


class Bus:
    def __init__(self):
        self.delivered = 0
        self.checksum = 0

    def publish(self, body: str) -> None:
        self.delivered += 1
        self.checksum = (self.checksum * 31 + len(body)) % 1_000_003


class OutboxRelay:
    BATCH = 50

    def __init__(self, bus: Bus):
        self.bus = bus
        self.pending: list[str] = []
        self.cursor = 0

    def record(self, kind: str, **data) -> None:
        self.pending.append(json.dumps({"kind": kind, **data}))

    def relay(self) -> int:
        """Sends what is waiting; returns how many events went out."""
        sent = 0
        while True:
            batch = self.pending[self.cursor:self.cursor + self.BATCH]
            if not batch:
                break
            for body in batch:
                self.bus.publish(body)
            sent += len(batch)
            self.cursor += len(batch)
        return sent


class Order:
    _ids = itertools.count(1)

    def __init__(self, relay: OutboxRelay):
        self.id = next(self._ids)
        self.relay = relay
        self.state = "new"

    def advance(self, state: str) -> None:
        self.relay.record("order." + state, order=self.id, before=self.state,
                          address="%d Harbour Street, floor %d" % (self.id, self.id % 9))
        self.state = state


bus = Bus()
relay = OutboxRelay(bus)


def main():
    for n in range(4000):
        order = Order(relay)
        for state in ("placed", "paid", "packed", "shipped"):
            order.advance(state)
        if n % 40 == 39:
            relay.relay()
    relay.relay()
    print(bus.delivered, bus.checksum)


if __name__ == "__main__":
    main()
