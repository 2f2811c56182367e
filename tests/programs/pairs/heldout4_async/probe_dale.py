"""A background thread smooths samples from a queue until the program ends."""
import queue
import statistics
import threading
from collections import deque
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sample:
    number: int
    values: tuple = field(repr=False)


class Smoother:
    def __init__(self):
        self.inbox = queue.Queue(maxsize=64)
        self.latest = 0.0
        self.seen = 0
        self.thread = threading.Thread(target=self.worker, name="smoother", daemon=True)

    def start(self):
        self.thread.start()
        return self

    def worker(self):
        recent = deque(maxlen=100)
        while True:
            sample = self.inbox.get()
            recent.append(sample)
            self.seen += 1
            if self.seen % 50 == 0:
                self.latest = statistics.fmean(s.values[0] for s in list(recent)[-100:])
            self.inbox.task_done()

    def wait(self):
        self.inbox.join()
        return self.latest


smoother = Smoother().start()
for number in range(5000):
    smoother.inbox.put(Sample(number, tuple(number * k / 8 for k in range(1, 41))))
print(f"{smoother.wait():.2f} after {smoother.seen} samples")
