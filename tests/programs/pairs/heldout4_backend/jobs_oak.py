"""Priority job queue with retries; clients poll for the result of their job."""
import heapq
import itertools
import zlib
from dataclasses import dataclass, field
from enum import Enum


class State(Enum):
    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"


@dataclass(order=True)
class Job:
    priority: int
    number: int
    name: str = field(compare=False)
    payload: bytes = field(compare=False, repr=False)
    tries: int = field(default=0, compare=False)
    state: State = field(default=State.WAITING, compare=False)


class Broker:
    max_tries = 3

    def __init__(self):
        self.heap = []
        self.numbers = itertools.count(1)
        self.results = {}
        self.failed = 0

    def submit(self, name, payload, priority=5):
        job = Job(priority, next(self.numbers), name, payload)
        heapq.heappush(self.heap, job)
        return job.number

    def work(self, handler):
        while self.heap:
            job = heapq.heappop(self.heap)
            job.tries += 1
            try:
                outcome = handler(job)
            except ValueError:
                if job.tries < self.max_tries:
                    job.priority += 1
                    heapq.heappush(self.heap, job)
                else:
                    job.state = State.FAILED
                    self.failed += 1
            else:
                job.state = State.DONE
                self.results[job.number] = outcome

    def result(self, number):
        """The job's result for the client that waits for it, or None."""
        return self.results.get(number)


def thumbnail(job):
    if job.number % 50 == 0:
        raise ValueError(f"job {job.number}: broken image")
    if job.number % 20 == 0 and job.tries == 1:
        raise ValueError("try again")
    pixels = zlib.decompress(job.payload)
    return pixels[::2]


def main():
    upload = zlib.compress(bytes(range(256)) * 64)
    total = 0
    for batch in range(30):
        numbers = [broker.submit("thumbnail", upload, priority=n % 4) for n in range(100)]
        broker.work(thumbnail)
        for number in numbers:
            image = broker.result(number)
            if image is not None:
                total += len(image)
    print("delivered", total, "failed", broker.failed)


broker = Broker()
if __name__ == "__main__":
    main()
