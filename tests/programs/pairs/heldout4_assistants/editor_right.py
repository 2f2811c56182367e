"""
Undo / redo history for a text editor.

Implements the command pattern: every edit is a ``Command`` that knows how to
apply and revert itself. The ``UndoManager`` keeps two stacks, one for undo and
one for redo. The size of the undo stack is limited.
"""
from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from typing import Deque, Optional


class Document:
    """The text being edited."""

    def __init__(self, text: str = "") -> None:
        self.text = text

    def __len__(self) -> int:
        return len(self.text)


class Command(ABC):
    """Base class for all edits."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._before: Optional[str] = None

    def execute(self) -> None:
        """Remember the text and apply the edit."""
        self._before = self.document.text
        self.document.text = self.apply(self.document.text)

    def undo(self) -> None:
        """Restore the text as it was before the edit."""
        assert self._before is not None
        self.document.text = self._before

    @abstractmethod
    def apply(self, text: str) -> str:
        """Return the edited text."""


class InsertCommand(Command):
    """Insert a piece of text at a position."""

    def __init__(self, document: Document, position: int, piece: str) -> None:
        super().__init__(document)
        self.position = position
        self.piece = piece

    def apply(self, text: str) -> str:
        return text[: self.position] + self.piece + text[self.position :]


class ReplaceCommand(Command):
    """Replace all occurrences of a word."""

    def __init__(self, document: Document, old: str, new: str) -> None:
        super().__init__(document)
        self.old = old
        self.new = new

    def apply(self, text: str) -> str:
        return text.replace(self.old, self.new)


class UndoManager:
    """Keeps track of executed commands."""

    def __init__(self, limit: int = 30) -> None:
        self._undo: Deque[Command] = deque(maxlen=limit)
        self._redo: list[Command] = []

    def execute(self, command: Command) -> None:
        """Run a new command and record it."""
        command.execute()
        self._undo.append(command)
        self._redo.clear()

    def undo(self) -> bool:
        """Undo the latest command. Returns False if there is none."""
        if not self._undo:
            return False
        command = self._undo.pop()
        command.undo()
        self._redo.append(command)
        return True

    def redo(self) -> bool:
        """Redo the latest undone command. Returns False if there is none."""
        if not self._redo:
            return False
        command = self._redo.pop()
        command.execute()
        self._undo.append(command)
        return True

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)


history = UndoManager(limit=30)


def main() -> None:
    """Type, hesitate, undo and type something else."""
    document = Document("The quick brown fox jumps over the lazy dog. " * 500)
    undone = 0
    for step in range(1500):
        history.execute(InsertCommand(document, step % len(document), f"[{step}]"))
        if step % 3 == 0:
            continue
        if step % 50 == 1:
            history.execute(ReplaceCommand(document, "fox", "wolf" if step % 100 == 1 else "lynx"))
        undone += history.undo()
    print(f"{len(document)} characters, {undone} steps undone, can undo: {history.can_undo}")


if __name__ == "__main__":
    main()
