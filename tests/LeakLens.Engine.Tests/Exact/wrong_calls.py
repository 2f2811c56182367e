"""Calls whose arguments do not fit, names that are not bound, and what an operation refuses."""
from dataclasses import KW_ONLY, dataclass


def place(a, /, b, *, c):
    return a, b, c


def collect(a, b=2, *args, k, **options):
    return a, b, args, k, options


@dataclass
class Point:
    x: int
    y: int = 0


@dataclass
class Options:
    name: str
    _: KW_ONLY
    level: int = 1


class Plain:
    def method(self, one):
        return one


def unbound():
    try:
        raise ValueError(1)
    except ValueError as problem:
        pass
    return problem


def told(action):
    try:
        return action()
    except Exception as problem:
        return f"{type(problem).__name__}: {problem}"


actions = [
    lambda: place(1, 2, c=3),
    lambda: place(a=1, b=2, c=3),
    lambda: place(1, 2, 3),
    lambda: place(1, c=2),
    lambda: place(1, 2),
    lambda: place(1, 2, c=3, d=4),
    lambda: place(1, 2, b=3, c=4),
    lambda: place(1, **{"a": 1}, b=2, c=3),
    lambda: collect(1),
    lambda: collect(k=1),
    lambda: collect(1, 2, 3, k=5, z=6),
    lambda: Point(),
    lambda: Point(1, 2, 3),
    lambda: Point(1, x=2),
    lambda: Point(1, z=2),
    lambda: Options("a", 3),
    lambda: Options("a", level=3),
    lambda: Plain(1),
    lambda: Plain().method(),
    lambda: Plain().method(1, 2),
    lambda: Plain().missing,
    lambda: Plain.missing,
    lambda: Plain()(),
    lambda: Plain()[0],
    lambda: len(Plain()),
    lambda: list(Plain()),
    lambda: Plain() + 1,
    lambda: Plain() < Plain(),
    lambda: None.name,
    lambda: undefined,
    unbound,
    lambda: (1, 2)[5],
    lambda: [1] + (2,),
    lambda: "a" + 1,
    lambda: "a" * "b",
    lambda: 1 < "a",
    lambda: (lambda number: number())(5),
    lambda: [*5],
    lambda: sum(value for value in Plain()),
]

result = repr([told(action) for action in actions])
