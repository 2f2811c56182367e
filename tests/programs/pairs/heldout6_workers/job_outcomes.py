"""A small pool of worker threads with results by ticket."""
import itertools
import queue
import threading


class Pool:
    def __init__(self, size: int) -> None:
        self.jobs: queue.Queue = queue.Queue()
        self.results: dict[int, bytes] = {}
        self.tickets = itertools.count()
        self.threads = [threading.Thread(target=self._work) for _ in range(size)]
        for thread in self.threads:
            thread.start()

    def _work(self) -> None:
        while (job := self.jobs.get()) is not None:
            ticket, size = job
            self.results[ticket] = bytes(size)
            self.jobs.task_done()

    def submit(self, size: int) -> int:
        ticket = next(self.tickets)
        self.jobs.put((ticket, size))
        return ticket

    def take(self, ticket: int) -> bytes:
        return self.results.pop(ticket, b"")

    def close(self) -> None:
        for _ in self.threads:
            self.jobs.put(None)
        for thread in self.threads:
            thread.join()


pool = Pool(2)


def main() -> None:
    total = 0
    for n in range(300):
        tickets = [pool.submit(5000 + n) for _ in range(10)]
        pool.jobs.join()
        total += sum(len(pool.take(t)) for t in tickets)
    pool.close()
    print(total)


if __name__ == "__main__":
    main()
