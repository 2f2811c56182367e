"""A go board with undo and redo of whole positions."""
from __future__ import annotations

from typing import Iterable

SIZE = 19
Position = list[list[str]]


class Board:
    depth = 12

    def __init__(self) -> None:
        self.cells: Position = [["."] * SIZE for _ in range(SIZE)]
        self.done: list[Position] = []
        self.redone: list[Position] = []

    def snapshot(self) -> Position:
        return [row[:] for row in self.cells]

    def place(self, x: int, y: int, stone: str) -> None:
        self.done.append(self.snapshot())
        del self.done[:-self.depth]
        self.cells[y][x] = stone

    def undo(self) -> None:
        if self.done:
            self.redone.append(self.cells)
            self.cells = self.done.pop()

    def redo(self) -> None:
        if self.redone:
            self.done.append(self.cells)
            self.cells = self.redone.pop()

    def stones(self) -> dict[str, int]:
        return {stone: sum(row.count(stone) for row in self.cells) for stone in "XO"}


def moves(count: int) -> Iterable[tuple[str, int, int]]:
    for n in range(count):
        if n % 3 == 2:
            yield "undo", 0, 0
        elif n % 30 == 15:
            yield "redo", 0, 0
        else:
            yield "XO"[n // 3 % 2], n * 7 % SIZE, n * 5 % SIZE


def play(board: Board, script: Iterable[tuple[str, int, int]]) -> int:
    turns = 0
    for what, x, y in script:
        match what:
            case "undo":
                board.undo()
            case "redo":
                board.redo()
            case stone:
                board.place(x, y, stone)
                turns += 1
    return turns


BOARD = Board()

if __name__ == "__main__":
    print(play(BOARD, moves(6000)), BOARD.stones())
