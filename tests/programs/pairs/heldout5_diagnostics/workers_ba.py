"""Jobs with loggers; the level is set per kind of job."""
import logging
import random


class CountingHandler(logging.Handler):
    def __init__(self):
        super().__init__()
        self.counts = {}

    def emit(self, record):
        self.counts[record.levelname] = self.counts.get(record.levelname, 0) + 1


handler = CountingHandler()
root = logging.getLogger("jobs")
root.addHandler(handler)
root.setLevel(logging.INFO)
root.propagate = False


class Job:
    def __init__(self, kind, number):
        self.kind = kind
        self.number = number
        self.log = logging.getLogger(f"jobs.{kind}")

    def run(self, rng):
        self.log.info("job %s starts", self.number)
        if rng.random() < 0.2:
            self.log.warning("job %s is slow", self.number)
        self.log.debug("job %s done", self.number)


def main():
    rng = random.Random(1)
    for number in range(2500):
        Job(rng.choice(("mail", "thumb", "index")), number).run(rng)
    print(handler.counts)


if __name__ == "__main__":
    main()
