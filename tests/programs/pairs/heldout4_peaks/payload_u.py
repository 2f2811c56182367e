"""Exports the members of a club as JSON lines and signs the export."""
from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Iterator


@dataclass
class Member:
    number: int
    name: str
    mail: str
    paid: bool


def members(count: int) -> Iterator[Member]:
    for number in range(count):
        yield Member(number, f"Member {number:06d}", f"m{number}@club.example", number % 11 != 0)


def digest(count: int) -> str:
    signature = hashlib.sha256()
    text = "\n".join(json.dumps(asdict(member)) for member in members(count))
    signature.update(text.encode())
    signature.update(b"\n")
    return signature.hexdigest()


def main() -> None:
    print("sha256:", digest(24_000))


if __name__ == "__main__":
    main()
