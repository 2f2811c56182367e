import io
import logging


class Job:
    def __init__(self, number):
        self.number = number
        self.stream = io.StringIO()
        self.log = self.logger()

    def logger(self):
        log = logging.getLogger("jobs")
        for old in list(log.handlers):
            log.removeHandler(old)
        handler = logging.StreamHandler(self.stream)
        handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
        log.addHandler(handler)
        log.setLevel(logging.DEBUG)
        log.propagate = False
        return log

    def run(self):
        total = 0
        for step in range(8):
            self.log.debug("job %d, step %d: %s", self.number, step, "#" * (step * 20 + self.number % 30))
            total += step
        if self.number % 7 == 0:
            self.log.warning("job %d was slow", self.number)
        return total + self.stream.getvalue().count("slow")


print(sum(Job(number).run() for number in range(260)))
