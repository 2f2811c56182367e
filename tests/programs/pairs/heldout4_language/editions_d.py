"""Keeps the editions of a page by their lines and tells what changed between two."""
from __future__ import annotations

from difflib import SequenceMatcher


class History:
    def __init__(self) -> None:
        self.editions: list[list[str]] = []

    def save(self, text: str) -> int:
        lines = text.splitlines()
        self.editions.append(lines)
        return len(self.editions) - 1

    def changed(self, old: int, new: int) -> list[str]:
        before, after = self.editions[old], self.editions[new]
        matcher = SequenceMatcher(a=before, b=after, autojunk=False)
        found = []
        for tag, a1, a2, b1, b2 in matcher.get_opcodes():
            if tag == "equal":
                continue
            found.append(f"{tag} {a1}-{a2} -> {b1}-{b2}")
        return found


class Page:
    """A page whose paragraphs are edited in turn."""

    def __init__(self, paragraphs: int) -> None:
        self.versions = [0] * paragraphs

    def edit(self, place: int) -> None:
        self.versions[place] = (self.versions[place] + 1) % 3

    def text(self) -> str:
        return "\n".join(
            f"{place}.{version}: " + f"paragraph {place} says the same again, " * 20
            for place, version in enumerate(self.versions)
        )


def write(history: History, edits: int) -> None:
    page = Page(30)
    history.save(page.text())
    for n in range(edits):
        page.edit(n * 11 % 30)
        history.save(page.text())


HISTORY = History()

if __name__ == "__main__":
    write(HISTORY, 600)
    print(len(HISTORY.editions), HISTORY.changed(0, 3))
