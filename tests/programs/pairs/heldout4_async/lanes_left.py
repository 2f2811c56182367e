"""Cooperative tasks without an event loop: coroutines wait for named signals."""
import types
from array import array


@types.coroutine
def signal(name):
    return (yield name)


class Ferry:
    patience = 12

    def __init__(self):
        self.parked = {}
        self.round = 0
        self.delivered = 0
        self.overdue = 0

    def launch(self, coroutine):
        self._advance(coroutine, None)

    def _advance(self, coroutine, value):
        try:
            name = coroutine.send(value)
        except StopIteration as done:
            self.delivered += done.value
        else:
            self.parked.setdefault(name, []).append((self.round, coroutine))

    def fire(self, name, value):
        for _, coroutine in self.parked.pop(name, ()):
            self._advance(coroutine, value)

    def tick(self):
        self.round += 1
        for name, waiting in list(self.parked.items()):
            oldest = waiting[0][0]
            if self.round - oldest > self.patience:
                self.overdue += len(waiting)


async def shipment(number):
    cargo = array("d", (number * 0.5 + k for k in range(300)))
    berth = await signal(f"berth-{number}")
    customs = await signal(f"customs-{number % 16}")
    return int(cargo[berth % len(cargo)]) + customs


ferry = Ferry()
for number in range(3000):
    ferry.launch(shipment(number))
    if number % 3:
        ferry.fire(f"berth-{number}", number)
    if number % 16 == 15:
        for lane in range(16):
            ferry.fire(f"customs-{lane}", 1)
    if number % 4 == 0:
        ferry.tick()
print(ferry.delivered, ferry.round, ferry.overdue > 0)
