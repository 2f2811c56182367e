from typing import NamedTuple


class State(NamedTuple):
    score: int
    steps: tuple


state = State(0, ())
for n in range(4_000):
    step = f"player {n % 2} moves to field {n * 7} and waits for the other"
    state = State(state.score + n, (step,))
print(state.score)
