"""What functions say of themselves, targets that are evaluated once, searches in tuples, loggers above loggers."""
import functools
import logging
from bisect import bisect, bisect_left
from logging.handlers import MemoryHandler


def wrapping(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args)
    return wrapper


def plain(function):
    return lambda *args: function(*args)


class Shop:
    def open(self):
        """Opens."""
        def at_once():
            pass
        return at_once

    @wrapping
    def close(self):
        "Closes."


@wrapping
def one():
    "One."


@plain
def two():
    "Two."


shop = Shop()
described = [one.__name__, one.__qualname__, one.__doc__, two.__name__, two.__qualname__, two.__doc__ or "no text", shop.open.__name__, Shop.open.__qualname__,
             shop.open().__qualname__, shop.open.__doc__, shop.close.__name__, shop.close.__doc__, one.__module__, shop.open.__func__ is Shop.open]

asked = []


def at(number):
    asked.append(number)
    return number % 3


def who():
    asked.append("who")
    return shop


counts, sums, shop.visits = [0] * 3, {0: "", 1: "", 2: ""}, 0
each = iter(range(3))
for number in range(6):
    counts[at(number)] += number
    sums[at(number)] += str(number)
    who().visits += 1
counts[next(each)] -= 1
once = (len(asked), counts, sums, shop.visits, next(each))

places = [(bisect_left((5, 10, 10, 25), n), bisect((5, 10, 10, 25), n + 0.5), bisect((5, 10, 10, 25), n, 1, 3)) for n in (0, 5, 10, 11, 30)]


class Kept(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(f"{record.name}: {record.getMessage()}")


top, kept = logging.getLogger("shop"), Kept()
top.addHandler(kept)
top.setLevel(logging.INFO)
top.propagate = False
for number in range(4):
    till = logging.getLogger(f"shop.till.{number % 2}")
    till.info("sold %d", number)
    till.debug("counted %d", number)
quiet = logging.getLogger("shop.till")
quiet.setLevel(logging.ERROR)
logging.getLogger("shop.till.1").info("not told")
levels = (logging.getLogger("shop.till.1").getEffectiveLevel(), quiet.isEnabledFor(logging.WARNING), top.isEnabledFor(logging.INFO), logging.getLogger("shop.till.0") is till)

alone = MemoryHandler(100, flushLevel=logging.CRITICAL)
handed = MemoryHandler(100, flushLevel=logging.CRITICAL, target=kept)
quiet.addHandler(alone)
quiet.addHandler(handed)
quiet.error("broken")
alone.flush()
before = len(handed.buffer)
handed.flush()

result = repr((described, once, places, kept.lines, levels, len(alone.buffer), before, len(handed.buffer)))
