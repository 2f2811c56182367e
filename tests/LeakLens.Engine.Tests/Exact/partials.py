import functools
from functools import partial


def report(*parts, sep="-", end="."):
    return sep.join(parts) + end


class Bell:
    def ring(self):
        return "rung"


found = []
first = partial(report, "a", sep="+")
second = partial(first, "b", end="!")
found.append([first("x"), second("y"), second("y", sep="/"), second.func is report, len(second.args)])
many = partial(report)
for n in range(100):
    many = partial(many, str(n % 10))
found.append([len(many.args), len(many())])
bell = Bell()
watchers = [bell.ring, partial(bell.ring)]
found.append([bell.ring in watchers, partial(bell.ring) in watchers, watchers[1] in watchers, watchers[1]()])


class Shape:
    made = 0

    def __init__(self, size):
        self.size = size

    @property
    @functools.lru_cache(maxsize=None)
    def area(self):
        Shape.made += 1
        return self.size * self.size


shape = Shape(4)
found.append([shape.area + shape.area, Shape.made])
items = [1, 2, 3]
items.__init__([9])
rest = {1}
rest.__init__()
found.append([items, len(rest), type(5).__name__, type("").__qualname__])
result = repr(found)
