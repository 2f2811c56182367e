"""Records that are set once, counters with a start and a step, and parts of what is iterated."""
import itertools
from dataclasses import dataclass, field


@dataclass(frozen=True)
class P:
    x: int
    y: int = 2
    z: int = field(init=False, default=0)
    def __post_init__(self):
        object.__setattr__(self, "z", self.x + self.y)

ps = [P(n) for n in range(5)]
d = {p: p.z for p in ps}
result = repr([[p.z for p in ps], d[P(2)], list(itertools.islice(itertools.count(start=1), 3)), list(itertools.islice(itertools.count(step=2), 3)), list(itertools.islice(itertools.count(5, 2), 3)), list(itertools.islice(range(20), 2, 15, 4)), list(itertools.islice("abc", 2)), list(itertools.islice(iter("abcdef"), 3, None))])
