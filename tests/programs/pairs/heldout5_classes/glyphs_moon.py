"""Flyweight points: equal ones share one object."""
import math


class Interned:
    """Mixin: instances with equal keys are the same object."""

    __slots__ = ()
    _pool = None

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls._pool = {}

    def __new__(cls, *args):
        key = cls.key(*args)
        found = cls._pool.get(key)
        if found is None:
            found = cls._pool[key] = super().__new__(cls)
            found.fill(*args)
        return found


class Point(Interned):
    __slots__ = ("x", "y", "label")

    @staticmethod
    def snap(value):
        return round(value * 4) / 4

    @classmethod
    def key(cls, x, y):
        return (cls.snap(x), cls.snap(y))

    def fill(self, x, y):
        self.x = self.snap(x)
        self.y = self.snap(y)
        self.label = f"({self.x}, {self.y})"


class Colour(Interned):
    __slots__ = ("code",)

    @classmethod
    def key(cls, code):
        return code.lower()

    def fill(self, code):
        self.code = code.lower()


def spiral(count):
    for n in range(count):
        angle = n * 0.05
        radius = 3 + math.sin(n * 0.01)
        yield radius * math.cos(angle), radius * math.sin(angle)


def draw(count):
    length = 0.0
    previous = Point(0.0, 0.0)
    for n, (x, y) in enumerate(spiral(count)):
        point = Point(x, y)
        length += math.dist((previous.x, previous.y), (point.x, point.y))
        previous = point
        Colour("#FFAA00" if n % 2 else "#ffaa00")
    return length


if __name__ == "__main__":
    print(round(draw(12000), 2))
