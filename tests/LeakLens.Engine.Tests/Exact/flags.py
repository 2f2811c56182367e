"""Enumerations: aliases, auto(), flags and their combinations, members that are numbers or texts, and lookups that fail."""
from enum import Enum, Flag, IntEnum, StrEnum, auto


class Color(Enum):
    RED = 1
    GREEN = "g"
    ALIAS = 1

    @property
    def low(self):
        return self.name.lower()

    @classmethod
    def parse(cls, text):
        try:
            return cls[text.upper()]
        except KeyError:
            raise ValueError(f"unknown color {text!r}") from None


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Access(Flag):
    READ = auto()
    WRITE = auto()
    RUN = auto()
    ALL = READ | WRITE | RUN


class Word(StrEnum):
    ONE = auto()
    TWO = "dos"


class Named(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name.lower() * (count + 1)

    FIRST = auto()
    SECOND = auto()


class Planet(Enum):
    EARTH = (3.0, 2)
    MARS = (1.5, 1)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    def pull(self):
        return self.mass / self.radius


def told(action):
    try:
        return action()
    except Exception as problem:
        return f"{type(problem).__name__}: {problem}"


both = Access.READ | Access.RUN
result = repr([
    list(Color), len(Color), Color.ALIAS is Color.RED, Color(1), Color["GREEN"], Color.GREEN.low, Color.parse("red"), told(lambda: Color.parse("blue")), told(lambda: Color(5)), told(lambda: Color["Z"]),
    told(lambda: Color.NONE), Color.RED == 1, Color.RED in Color, list(Color.__members__), {Color.RED: 1}[Color(1)], told(lambda: Color.RED < Color.GREEN), bool(Color.RED),
    Level.LOW < Level.HIGH, Level.LOW + 1, {1: "a"}[Level.LOW], [level.name for level in Level if level > 1], max(Level), isinstance(Level.LOW, int), bool(Level.LOW),
    both, both.value, Access.READ in both, Access.WRITE in both, list(both), both & Access.RUN, bool(both & Access.WRITE), both ^ Access.READ, ~Access.READ, Access(3), Access.ALL, list(Access),
    Word.ONE, Word.ONE == "one", f"{Word.TWO}", Named.FIRST.value, Named.SECOND.value, Planet.MARS.pull(), Planet((3.0, 2)), [str(color) for color in Color],
])
