class Shape:
    serials = 0


class Triangle(Shape):
    def __init__(self):
        Shape.serials += 1


for n in range(80_000):
    Triangle()
print(Shape.serials if isinstance(Shape.serials, int) else len(Shape.serials))
