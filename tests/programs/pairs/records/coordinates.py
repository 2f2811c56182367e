from dataclasses import dataclass


@dataclass(frozen=True, eq=True)
class Position:
    row: int
    column: int


visited = set()
for n in range(16_000):
    visited.add(Position(n % 8, n % 5))
print(len(visited) > 0)
