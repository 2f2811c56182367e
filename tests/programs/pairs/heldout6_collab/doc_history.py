"""A text document with undo and redo."""
from __future__ import annotations


class Document:
    LIMIT = 40

    def __init__(self, text: str = "") -> None:
        self.text = text
        self._undo: list[str] = []
        self._redo: list[str] = []

    def edit(self, at: int, insert: str, remove: int = 0) -> None:
        self._undo.append(self.text)
        self._redo.clear()
        if len(self._redo) > self.LIMIT:
            del self._undo[0]
        self.text = self.text[:at] + insert + self.text[at + remove:]

    def undo(self) -> bool:
        if not self._undo:
            return False
        self._redo.append(self.text)
        self.text = self._undo.pop()
        return True

    def redo(self) -> bool:
        if not self._redo:
            return False
        self._undo.append(self.text)
        self.text = self._redo.pop()
        return True


PAD = Document("lorem ipsum dolor " * 200)


def main() -> None:
    for n in range(9000):
        PAD.edit((n * 37) % 3000, f"{n % 10}", 1)
        if n % 10 == 0 and PAD.undo():
            PAD.redo()
    print(len(PAD.text), PAD.text[:20])


if __name__ == "__main__":
    main()
