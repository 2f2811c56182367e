"""Wolfram's rule 30 with rows as integers; the last rows are drawn on a small screen."""
from collections import deque
from typing import Iterator

SCREEN_ROWS = 24


class Automaton:
    def __init__(self, seed: int = 1) -> None:
        self.row = seed
        self.age = 0
        self.rows = deque([seed], maxlen=SCREEN_ROWS)

    def step(self) -> int:
        row = self.row
        self.row = row ^ ((row << 1) | (row << 2))
        self.age += 1
        self.rows.append(self.row)
        return self.row

    def run(self, steps: int) -> "Automaton":
        for _ in range(steps):
            self.step()
        return self

    def screen(self, columns: int = 40) -> Iterator[str]:
        start = max(0, len(self.rows) - SCREEN_ROWS)
        for n in range(start, len(self.rows)):
            width = min(columns, self.rows[n].bit_length())
            bits = self.rows[n] & ((1 << width) - 1)
            yield "".join("#" if bits >> k & 1 else "." for k in range(width))


automaton = Automaton().run(9000)
print(automaton.age, automaton.row.bit_length())
print("\n".join(automaton.screen()))
