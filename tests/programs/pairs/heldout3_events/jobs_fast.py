from collections import deque


class Retries:
    def __init__(self, attempts):
        self.attempts = attempts
        self.waiting = deque()
        self.dead = deque(range(0), 50)
        self.finished = 0

    def submit(self, job):
        self.waiting.append((1, job))

    def work(self):
        attempt, job = self.waiting.popleft()
        if self.succeeds(attempt, job):
            self.finished += 1
        elif attempt < self.attempts:
            self.waiting.append((attempt + 1, job))
        else:
            self.dead.append(job)

    @staticmethod
    def succeeds(attempt, job):
        return job["weight"] % (attempt + 2) == 0


retries = Retries(3)
for n in range(9000):
    retries.submit({"weight": n, "body": f"payload of job {n}", "tries": 0})
    while retries.waiting:
        retries.work()
print(retries.finished)
