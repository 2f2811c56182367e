"""A miniature test runner with fixtures and finalizers."""
from typing import Callable


class Database:
    def __init__(self) -> None:
        self.rows = [("row", n, n * 1000) for n in range(60)]
        self.open = True

    def close(self) -> None:
        self.open = False


class Runner:
    def __init__(self) -> None:
        self.finalizers: list[Callable[[], None]] = []
        self.passed = 0

    def database(self) -> Database:
        database = Database()
        self.finalizers.append(database.close)
        return database

    def teardown(self) -> None:
        last = self.finalizers[-1]
        last()

    def run(self, test: Callable[[Database], bool]) -> None:
        try:
            self.passed += test(self.database())
        finally:
            self.teardown()


runner = Runner()


def test_rows(database: Database) -> bool:
    return len(database.rows) == 60 and database.open


def main() -> None:
    for _ in range(1000):
        runner.run(test_rows)
    print(runner.passed)


if __name__ == "__main__":
    main()
