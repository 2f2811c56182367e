"""Expansion of macros with collected diagnostics."""
from __future__ import annotations

import re
from typing import Any

PLACE = re.compile(r"\$(\w+)")


class MacroError(Exception):
    pass


class Diagnostics:
    """Errors are reported together, after the last file."""

    def __init__(self) -> None:
        self.errors: list[Any] = []

    def report(self, error: Exception) -> None:
        self.errors.append(error)

    def summary(self) -> str:
        return f"{len(self.errors)} errors, last: {self.errors[-1]!s}"


DIAGNOSTICS = Diagnostics()


def expand(template: str, values: dict[str, str]) -> str:
    tokens = PLACE.split(template)
    for name in tokens[1::2]:
        if name not in values:
            raise MacroError(f"no macro ${name}")
    return PLACE.sub(lambda m: values[m[1]], template)


def compile_file(number: int) -> int:
    lines = " ".join(f"call $a f{number}_{i} $b" for i in range(150))
    if number % 3 == 0:
        lines += " $missing"
    try:
        return len(expand(lines, {"a": "push", "b": "pop"}))
    except MacroError as error:
        DIAGNOSTICS.report(error)
        return 0


def main() -> None:
    print(sum(compile_file(n) for n in range(1500)))
    print(DIAGNOSTICS.summary())


if __name__ == "__main__":
    main()
