"""Alarms in a heap. Most alarms are cancelled long before they ring."""
import heapq


class Scheduler:
    def __init__(self):
        self.heap = []
        self.live = {}
        self.time = 0
        self.rung = 0

    def add(self, name, delay):
        entry = [self.time + delay, name, True]
        self.live[name] = entry
        heapq.heappush(self.heap, entry)
        return entry

    def cancel(self, name):
        entry = self.live.pop(name, None)
        if entry is None:
            return False
        entry[2] = False
        self._tidy()
        return True

    def _tidy(self):
        dead = len(self.heap) - len(self.live)
        if dead > 100 and dead > len(self.heap) // 2:
            self.heap = [entry for entry in self.heap if entry[2]]
            heapq.heapify(self.heap)

    def advance(self, seconds):
        self.time += seconds
        while self.heap and self.heap[0][0] <= self.time:
            _, name, active = heapq.heappop(self.heap)
            if active:
                del self.live[name]
                self.rung += 1


scheduler = Scheduler()


def main():
    for number in range(8000):
        name = f"timeout-{number}"
        scheduler.add(name, 5 if number % 100 == 0 else 100_000)
        scheduler.advance(1)
        if number % 100:
            scheduler.cancel(name)
    print(scheduler.rung, len(scheduler.live))


if __name__ == "__main__":
    main()
