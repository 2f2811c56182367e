from functools import cached_property
from math import cos, pi, sin


class Polygon:
    def __init__(self, sides, radius):
        step = 2 * pi / sides
        self.points = [(radius * cos(i * step), radius * sin(i * step)) for i in range(sides)]

    @cached_property
    def area(self):
        total = 0.0
        for (x1, y1), (x2, y2) in zip(self.points, self.points[1:] + self.points[:1]):
            total += x1 * y2 - x2 * y1
        return abs(total) / 2


def survey(count):
    biggest = 0.0
    for n in range(count):
        shape = Polygon(12 + n % 20, 1.0 + n / count)
        biggest = max(biggest, shape.area, shape.area)
    return biggest


print(round(survey(1500), 4))
