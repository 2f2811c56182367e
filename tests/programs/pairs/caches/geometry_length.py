from functools import cache


class Polygon:
    def __init__(self, sides):
        self.points = [(n * 0.5, n * 0.25) for n in range(sides)]

    @cache
    def area(self):
        return sum(x * y for x, y in self.points)


total = 0.0
for sides in range(3, 300):
    total += Polygon(sides).area()
print(round(total, 2))
