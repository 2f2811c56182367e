"""A job runner with retries. A job that fails goes back to the queue with a later due time."""
import heapq
import itertools


class Job:
    __slots__ = ("number", "payload", "tries")

    def __init__(self, number, payload):
        self.number = number
        self.payload = payload
        self.tries = 0

    def run(self):
        self.tries += 1
        if self.number % 3 == 0 and self.tries < 3:
            raise ConnectionError(f"job {self.number}: try {self.tries}")
        return self.payload.upper()


class JobRunner:
    def __init__(self):
        self.queue = []
        self.attempts = {}
        self.sequence = itertools.count()
        self.done = 0

    def submit(self, job, due):
        heapq.heappush(self.queue, (due, next(self.sequence), job))

    def _note(self, job, text):
        self.attempts[job.number] = text

    def _finish(self, job):
        self.attempts.pop(job.number, None)
        self.done += 1

    def step(self):
        due, _, job = heapq.heappop(self.queue)
        try:
            job.run()
        except ConnectionError as error:
            self._note(job, str(error))
            self.submit(job, due + 10)
        else:
            self._note(job, "ok")
            self._finish(job)

    def drain(self):
        while self.queue:
            self.step()


runner = JobRunner()


def main():
    number = 0
    for batch in range(60):
        for _ in range(50):
            runner.submit(Job(number, f"mail to customer {number}"), due=number)
            number += 1
        runner.drain()
    print(runner.done, "jobs done")


if __name__ == "__main__":
    main()
