"""Replicated map: every replica sends operations, and prunes what all its peers have seen."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable


@dataclass(slots=True, frozen=True)
class Operation:
    stamp: int
    key: str
    value: str


class Replica:
    registry: dict[str, Replica] = {}

    def __init__(self, name: str, peers: Iterable[str]) -> None:
        self.name = name
        self.acks = {peer: 0 for peer in peers}
        self.operations: list[Operation] = []
        self.state: dict[str, str] = {}
        self.clock = 0
        Replica.registry[name] = self

    def put(self, key: str, value: str) -> None:
        self.clock += 1
        self.operations.append(Operation(self.clock, key, value))
        self.state[key] = value

    def sync(self) -> None:
        for peer in self.acks:
            if peer == self.name:
                continue
            other = Replica.registry[peer]
            for op in self.operations:
                if op.stamp > self.acks[peer]:
                    other.state[op.key] = op.value
            self.acks[peer] = self.clock
        safe = min(self.acks.values())
        if self.operations and self.operations[0].stamp <= safe:
            self.operations = [op for op in self.operations if op.stamp > safe]
        elif len(self.operations) > 50_000:
            raise RuntimeError("log is too long")


NAMES = ("ams", "ber", "cph")


def main() -> None:
    replicas = [Replica(name, set(NAMES) - {name}) for name in NAMES]
    for n in range(12_000):
        replicas[n % 3].put(f"cell{n % 50}", f"value {n} " * 6)
        if n % 300 == 299:
            for replica in replicas:
                replica.sync()
    print(sorted(replicas[0].state.items())[:2])


if __name__ == "__main__":
    main()
