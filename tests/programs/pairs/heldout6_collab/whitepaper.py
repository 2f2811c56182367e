"""Shared whiteboard: strokes are collected and sent as frames."""
from typing import Callable, NamedTuple


class Stroke(NamedTuple):
    author: int
    points: tuple


class Board:
    def __init__(self, send: Callable[[bytes], None]) -> None:
        self.send = send
        self.dirty: list[Stroke] = []
        self.frames = 0

    def draw(self, stroke: Stroke) -> None:
        self.dirty.append(stroke)

    def flush(self, budget: int = 4) -> None:
        """Sends at most `budget` strokes; what is older than that is not worth the traffic."""
        sent = 0
        for stroke in reversed(self.dirty):
            if sent == budget:
                break
            self.send(repr(stroke.points[:2]).encode())
            sent += 1
        self.dirty.clear()
        self.frames += 1


TRAFFIC = [0]


def count(data: bytes) -> None:
    TRAFFIC[0] += len(data)


BOARD = Board(count)


def main() -> None:
    for n in range(5000):
        for author in range(5):
            BOARD.draw(Stroke(author, tuple((n + i, author * i) for i in range(4))))
        BOARD.flush()
    print(BOARD.frames, TRAFFIC[0])


if __name__ == "__main__":
    main()
