from abc import ABC, abstractmethod


class Scanner(ABC):
    def __init__(self) -> None:
        self.results: list[str] = []

    @abstractmethod
    def wants(self, value: int) -> bool:
        ...

    def scan(self, values) -> int:
        for value in values:
            if self.wants(value):
                self.results.append(f"object {value} at position {value * 3}")
        return len(self.results)


class DoorScanner(Scanner):
    def wants(self, value: int) -> bool:
        return value % 10 != 0


scanner = DoorScanner()
print(scanner.scan(range(12_000)))
