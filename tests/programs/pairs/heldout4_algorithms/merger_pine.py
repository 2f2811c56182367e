"""Union-find with undo, for trying roads between towns before they are built."""
from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Partition:
    parent: list[int]
    size: list[int]
    journal: list = field(default_factory=list)

    @classmethod
    def of(cls, towns: int) -> "Partition":
        return cls(list(range(towns)), [1] * towns)

    def find(self, town: int) -> int:
        while self.parent[town] != town:
            town = self.parent[town]
        return town

    def union(self, a: int, b: int) -> bool:
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        if self.size[a] < self.size[b]:
            a, b = b, a
        self.journal.append((b, a, self.size[a]))
        self.parent[b] = a
        self.size[a] += self.size[b]
        return True

    def undo(self) -> None:
        b, a, size = self.journal.pop()
        self.parent[b] = b
        self.size[a] = size

    def groups(self) -> int:
        return sum(town == up for town, up in enumerate(self.parent))


def plan_roads(towns: Partition, count: int) -> int:
    built = 0
    for n in range(count):
        a, b = n % count, (n * 37 + 11) % count
        if not towns.union(a, b):
            continue
        built += 1
        if built % 10 == 0:
            towns.undo()
    return built


TOWNS = Partition.of(1500)

if __name__ == "__main__":
    print(plan_roads(TOWNS, 1500), "roads,", TOWNS.groups(), "groups")
