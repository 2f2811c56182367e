"""Incremental compilation: units are rebuilt when their revision moves."""
from __future__ import annotations

import hashlib
import typing as t


class Unit(t.NamedTuple):
    path: str
    revision: int
    body: str


class Artifact(t.NamedTuple):
    digest: str
    code: bytes


class BuildGraph:
    """Holds the artifacts of the units and knows when they are stale."""

    def __init__(self) -> None:
        self.artifacts: dict[t.Any, tuple[int, Artifact]] = {}
        self.rebuilt = 0

    def ensure(self, unit: Unit) -> Artifact:
        key = unit[:1]
        known = self.artifacts.get(key)
        if known is not None and known[0] == unit.revision:
            return known[1]
        artifact = self._compile(unit)
        self.artifacts[key] = (unit.revision, artifact)
        return artifact

    def _compile(self, unit: Unit) -> Artifact:
        self.rebuilt += 1
        digest = hashlib.md5(unit.body.encode()).hexdigest()
        return Artifact(digest, unit.body.encode() * 40)


GRAPH = BuildGraph()


def edit_session(edits: int) -> t.Iterator[Unit]:
    for n in range(edits):
        path = f"src/mod{n % 10}.c"
        yield Unit(path, n // 20, f"int f{n // 20}(void) {{ return {n // 20}; }} /* {path} */")


def main() -> None:
    size = 0
    for unit in edit_session(24_000):
        size += len(GRAPH.ensure(unit).code)
    print(size, GRAPH.rebuilt)


if __name__ == "__main__":
    main()
