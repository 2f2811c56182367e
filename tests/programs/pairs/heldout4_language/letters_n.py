"""Form letters out of a template, written by a worker thread."""
from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from string import Template

LETTER = Template(
    "Dear $title $name,\n\n"
    "$opening Your membership no. $number ends on the last day of $month.\n"
    + "We would be glad to have you with us for another year. " * 40
    + "\n\nYours, the committee\n"
)
MONTHS = ("March", "June", "September")


class Mailing:
    """The letters of one mailing, by the name of the member."""

    def __init__(self) -> None:
        self.jobs: dict[str, Future[str]] = {}
        self.characters = 0

    def render(self, number: int, name: str) -> str:
        return LETTER.substitute(
            title="Ms" if number % 2 else "Mr",
            name=name,
            opening="How time flies!" if number % 5 == 0 else "",
            number=number,
            month=MONTHS[number % 3],
        )

    def post(self, name: str) -> str:
        """Waits for a letter and returns its salutation."""
        letter = self.jobs.pop(name).result()
        self.characters += len(letter)
        return letter.partition("\n")[0]

    def batch(self, pool: ThreadPoolExecutor, first: int, amount: int) -> list[str]:
        names = [f"Member {number:05d}" for number in range(first, first + amount)]
        for number, name in enumerate(names, first):
            self.jobs[name] = pool.submit(self.render, number, name)
        return [self.post(name) for name in names]


MAILING = Mailing()

if __name__ == "__main__":
    with ThreadPoolExecutor(max_workers=1) as workers:
        greetings = [MAILING.batch(workers, first, 25)[-1] for first in range(0, 3500, 25)]
    print(len(greetings), greetings[-1], MAILING.characters)
