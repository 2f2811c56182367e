from functools import cached_property


class Shape:
    def __init__(self, number, corners):
        self.number = number
        self.corners = corners

    @cached_property
    def outline(self):
        return [(corner * self.number, corner + self.number) for corner in range(self.corners)]

    @property
    def width(self):
        return max(x for x, _ in self.outline) - min(x for x, _ in self.outline)


widest = 0
for n in range(1000):
    shape = Shape(n, 12)
    widest = max(widest, shape.width)
print(widest)
