"""A state machine with an audit trail."""
from dataclasses import dataclass, field
from enum import Enum, auto


class State(Enum):
    OFF = auto()
    WARM = auto()
    ON = auto()


@dataclass
class Lamp:
    name: str
    state: State = State.OFF
    trail: list = field(default_factory=list)

    def move(self, target, tick):
        if target not in self.allowed():
            raise ValueError(f"{self.state} -> {target}")
        previous, self.state = self.state, target
        if self.state is target:
            self.trail.append((tick, target.name, f"{self.name}@{tick}"))

    def allowed(self):
        return {
            State.OFF: (State.OFF, State.WARM),
            State.WARM: (State.WARM, State.ON, State.OFF),
            State.ON: (State.ON, State.OFF),
        }[self.state]


lamps = [Lamp(f"lamp{i}") for i in range(5)]


def schedule(tick):
    phase = tick % 1000
    return State.OFF if phase < 300 else State.WARM if phase < 350 else State.ON


def main():
    for tick in range(5000):
        for lamp in lamps:
            lamp.move(schedule(tick), tick)
    print([lamp.state.name for lamp in lamps])


if __name__ == "__main__":
    main()
