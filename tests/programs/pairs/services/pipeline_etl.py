"""Extract, transform, load: three generators and one class that ties them together."""
from typing import Callable, Iterable, Iterator

Row = dict


def extract(count: int) -> Iterator[Row]:
    for number in range(count):
        yield {"id": number, "amount": f"{number * 3 % 1000}", "country": "DE" if number % 4 else ""}


def typed(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        yield {**row, "amount": int(row["amount"])}


class Pipeline:
    def __init__(self, *stages: Callable[[Iterable[Row]], Iterator[Row]]):
        self.stages = stages
        self.rejected: list[Row] = []
        self.loaded = 0

    def valid(self, rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            if row["country"]:
                yield row
            else:
                self.rejected[:] = [row]

    def run(self, count: int) -> int:
        rows: Iterable[Row] = extract(count)
        for stage in self.stages:
            rows = stage(rows)
        for row in self.valid(rows):
            self.loaded += row["amount"] > 0
        return self.loaded


pipeline = Pipeline(typed)
print(pipeline.run(30_000), "rows loaded")
