class Pooled(type):
    def __init__(cls, name, bases, body):
        super().__init__(name, bases, body)
        cls.pool = {}

    def __call__(cls, number, colour):
        key = colour, cls
        if key not in cls.pool:
            cls.pool[key] = super().__call__(number, colour)
        return cls.pool[key]


class Drop(metaclass=Pooled):
    __slots__ = ("number", "colour", "weight")

    def __init__(self, number, colour):
        self.number = number
        self.colour = colour
        self.weight = number * 0.1


weight = 0.0
for n in range(8000):
    weight += Drop(n, f"colour{n % 25}").weight
print(weight > 0)
