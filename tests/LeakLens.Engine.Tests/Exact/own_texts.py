"""str, repr and format of objects whose classes say how they are shown, alone and inside containers."""
from collections import namedtuple
from dataclasses import dataclass, field
from enum import Enum, IntEnum


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __repr__(self):
        return f"Money({self.amount!r})"

    def __str__(self):
        return f"{self.amount} EUR"

    def __format__(self, how):
        return f"<{self.amount}:{how}>"


class Tag:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Tag({self.name!r})"


@dataclass
class Order:
    number: int
    price: Money
    tags: list = field(default_factory=list)
    secret: str = field(default="s", repr=False)


class Quota(Exception):
    def __init__(self, used, limit):
        super().__init__(used)
        self.limit = limit

    def __str__(self):
        return f"used {self.args[0]} of {self.limit}"


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Color(Enum):
    RED = "r"


Pair = namedtuple("Pair", "left right")
money, order = Money(5), Order(1, Money(2), [Tag("a")])
ring = [Tag("r")]
ring.append(ring)
result = repr([
    str(money), repr(money), f"{money}", f"{money:x}", f"{money!s:>8}", "%s %r" % (money, money), "{} {!r} {:q}".format(money, money, money), format(money, "z"),
    [money], (money,), {"k": money, Tag("t"): 1}, order, [order], Pair(money, [Tag("p")]), ring, Quota(3, 4), str(Quota(3, 4)), repr(ValueError("v", 1)), str(KeyError("k")),
    str(OSError(2, "gone")), repr(OSError(2, "gone", "file")), Level.LOW, str(Level.HIGH), f"{Level.HIGH:>4}", Color.RED, str(Color.RED), f"{Color.RED}", Color, Money, type(None), ValueError, slice(1, None),
])
