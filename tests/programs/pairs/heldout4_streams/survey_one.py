"""A survey file read as a stream: the column names come from its first row."""
from itertools import islice, tee
from statistics import fmean


class Survey:
    def __init__(self, rows):
        self.rows, self.preview = tee(rows)
        self.columns = list(next(self.preview))

    def blocks(self, size):
        while block := list(islice(self.rows, size)):
            yield block

    def column(self, name):
        return (row[name] for block in self.blocks(256) for row in block)


def answers(count):
    for n in range(count):
        yield {"id": n, "age": 18 + n % 60, "remark": f"respondent {n} said {'yes' if n % 3 else 'no'}"}


SURVEY = Survey(answers(48_000))
print(SURVEY.columns, round(fmean(SURVEY.column("age")), 2))
