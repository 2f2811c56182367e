import heapq


class Scheduler:
    def __init__(self):
        self.heap = []
        self.cancelled = set()
        self.now = 0

    def at(self, moment, name):
        entry = (moment, len(self.heap), name)
        heapq.heappush(self.heap, entry)
        return entry

    def cancel(self, entry):
        self.cancelled.add(entry[2])

    def compact(self):
        self.heap = [entry for entry in self.heap if entry[2] not in self.cancelled]
        heapq.heapify(self.heap)
        self.cancelled.clear()

    def run_until(self, moment):
        self.now = moment
        while self.heap and self.heap[0][0] <= moment:
            heapq.heappop(self.heap)
        if len(self.cancelled) > 64:
            self.compact()


scheduler = Scheduler()
for second in range(3_000):
    timeout = scheduler.at(second + 86_400, f"timeout of request {second}")
    scheduler.cancel(timeout)
    scheduler.run_until(second)
