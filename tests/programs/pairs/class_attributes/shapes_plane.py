class Shape:
    serials = []


class Triangle(Shape):
    def __init__(self):
        Shape.serials.append(len(Shape.serials) + 1000)


for n in range(80_000):
    Triangle()
print(Shape.serials if isinstance(Shape.serials, int) else len(Shape.serials))
