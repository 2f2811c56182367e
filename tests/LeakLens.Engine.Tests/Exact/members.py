"""Members of an Enum and what they are equal to, items that are looked for within bounds, messages of unpacking, slices of iterators."""
from enum import Enum, Flag, IntEnum, auto
from itertools import islice


class Colour(Enum):
    RED = 1
    GREEN = "g"
    CRIMSON = 1


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Right(Flag):
    READ = auto()
    WRITE = auto()
    RUN = auto()


class Step(Enum):
    FIRST = 5
    SECOND = auto()


def message_of(act):
    try:
        act()
    except ValueError as problem:
        return str(problem)
    return None


def unpack(values):
    first, second = values
    return first + second


def unpack_rest(values):
    first, *rest, last = values
    return first, rest, last


source = iter([1, 2, 3, 4, 5])
some = list(islice(source, 2))
result = repr([
    Colour.CRIMSON is Colour.RED, [colour.name for colour in Colour], Level.LOW == 1, Level.HIGH == 1, Colour.RED == 1, Level.LOW == Level.LOW,
    Right.RUN.value, Step.SECOND.value,
    [1, 2, 3, 1].index(1, 1), [1, 2, 3].index(3, -1), message_of(lambda: [1, 2, 3].index(3, 0, 2)), message_of(lambda: ["a"].index("b")),
    message_of(lambda: unpack([1])), message_of(lambda: unpack((1, 2, 3))), message_of(lambda: unpack_rest([1])), unpack_rest([1, 2]),
    some, list(source), list(islice("abcdef", 1, None, 2)), list(islice([1, 2], 0)),
])
