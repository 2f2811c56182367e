"""A board game whose history keeps the board before every move."""
from __future__ import annotations

import copy
from enum import IntEnum


class Cell(IntEnum):
    EMPTY = 0
    BLACK = 1
    WHITE = 2

    @property
    def other(self) -> Cell:
        return Cell(3 - self)


class Board:
    __slots__ = ("rows",)

    def __init__(self, size: int) -> None:
        self.rows = [[Cell.EMPTY] * size for _ in range(size)]

    def __copy__(self) -> Board:
        made = object.__new__(Board)
        made.rows = self.rows[:]
        return made

    def __getitem__(self, place: tuple[int, int]) -> Cell:
        y, x = place
        return self.rows[y][x]

    def __setitem__(self, place: tuple[int, int], cell: Cell) -> None:
        y, x = place
        row = self.rows[y]
        self.rows[y] = [*row[:x], cell, *row[x + 1:]]


class Game:
    def __init__(self, size: int) -> None:
        self.board = Board(size)
        self.turn = Cell.BLACK
        self.history: list[Board] = []

    def play(self, y: int, x: int) -> bool:
        if self.board[y, x] is not Cell.EMPTY:
            return False
        self.history.append(copy.copy(self.board))
        self.board[y, x] = self.turn
        self.turn = self.turn.other
        return True

    def undo(self) -> None:
        self.board = self.history.pop()
        self.turn = self.turn.other


def main() -> None:
    refused = 0
    for n in range(700):
        y, x = n * 7 % 61, n * 11 % 60
        if not game.play(y, x):
            refused += 1
        if n % 25 == 24:
            game.undo()
    print(len(game.history), "moves,", refused, "refused")


game = Game(61)
if __name__ == "__main__":
    main()
