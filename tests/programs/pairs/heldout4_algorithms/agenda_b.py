"""A priority queue whose tasks can be rescheduled; stale entries are skipped and now and then swept out."""
import heapq
from itertools import count


class Agenda:
    def __init__(self):
        self.heap = []
        self.current = {}
        self.stale = 0
        self.order = count()

    def schedule(self, task, due):
        old = self.current.get(task)
        if old is not None:
            old[2] = None
            self.stale += 1
        entry = self.current[task] = [due, next(self.order), task]
        heapq.heappush(self.heap, entry)
        if self.stale > len(self.current):
            self.sweep()

    def sweep(self):
        self.heap = [entry for entry in self.heap if entry[2] is not None]
        heapq.heapify(self.heap)
        self.stale = 0

    def next_task(self):
        while self.heap:
            due, _, task = heapq.heappop(self.heap)
            if task is None:
                self.stale -= 1
                continue
            del self.current[task]
            return task, due
        raise LookupError("nothing to do")


def postpone(agenda, tasks, times):
    for turn in range(times):
        for task in tasks:
            agenda.schedule(task, 1_000 + turn * 10 + len(task))


AGENDA = Agenda()
TASKS = [f"{verb} the {thing}" for verb in ("paint", "clean", "sell") for thing in ("fence", "boat", "attic", "car")]

if __name__ == "__main__":
    postpone(AGENDA, TASKS, 5_000)
    AGENDA.schedule("call home", 5)
    print(AGENDA.next_task(), len(AGENDA.current))
