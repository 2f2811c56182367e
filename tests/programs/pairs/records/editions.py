from dataclasses import dataclass, replace
from typing import Optional


@dataclass(slots=True)
class Revision:
    number: int
    text: str
    parent: Optional["Revision"] = None


current = Revision(0, "start")
for number in range(1, 6_000):
    text = f"text of revision {number}"
    current = Revision(number, text, current)
print(current.number)
