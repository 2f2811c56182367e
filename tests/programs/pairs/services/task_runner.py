"""Runs jobs in order and hands out their outcome by number."""
import enum
from dataclasses import dataclass


class Status(enum.Enum):
    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"


@dataclass
class Outcome:
    status: Status
    output: str = ""


class JobRunner:
    def __init__(self):
        self._next = 0
        self.outcomes = {}

    def submit(self, function, *arguments):
        number, self._next = self._next, self._next + 1
        try:
            self.outcomes[number] = Outcome(Status.DONE, function(*arguments))
        except ZeroDivisionError as error:
            self.outcomes[number] = Outcome(Status.FAILED, str(error))
        return number

    def outcome(self, number):
        return self.outcomes.get(number, Outcome(Status.WAITING))


def report(number):
    return f"report {number}: {1000 / (number % 50):.3f} " * 6


runner = JobRunner()
failed = 0
for number in range(5_000):
    ticket = runner.submit(report, number)
    failed += runner.outcome(ticket).status is Status.FAILED
print(failed, "failed")
