from dataclasses import dataclass, field
from typing import ClassVar


@dataclass
class Person:
    name: str
    tags: list = field(default_factory=list)

    def tag(self, text: str) -> "Person":
        self.tags.append(text)
        return self


for n in range(12_000):
    person = Person(f"person {n}").tag(f"tag number {n}")
print(person.name)
