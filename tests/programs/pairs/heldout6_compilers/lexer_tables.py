"""Names for a three-address code generator."""
from __future__ import annotations
import itertools


class SymbolTable:
    """Interns names, gives each of them a slot and a mangled label."""

    def __init__(self) -> None:
        self.names: dict[str, tuple[int, str]] = {}

    def intern(self, name: str) -> tuple[int, str]:
        entry = self.names.get(name)
        if entry is None:
            entry = self.names[name] = (len(self.names), f"_Z{len(name)}{name}_module_main")
        return entry


SYMBOLS = SymbolTable()


class Emitter:
    def __init__(self) -> None:
        self._temps = itertools.count()
        self.lines = 0

    def begin_function(self) -> None:
        self.lines += 1

    def temp(self) -> str:
        return f"t{next(self._temps)}"

    def binary(self, op: str, left: str, right: str) -> str:
        out = self.temp()
        for name in (left, right, out):
            SYMBOLS.intern(name)
        self.lines += 1
        return out


def compile_function(emitter: Emitter, size: int) -> None:
    emitter.begin_function()
    acc = "arg0"
    for n in range(size):
        acc = emitter.binary("+-*"[n % 3], acc, f"arg{n % 4}")


def main() -> None:
    emitter = Emitter()
    for _ in range(900):
        compile_function(emitter, 40)
    print(emitter.lines)


if __name__ == "__main__":
    main()
