class Particle:
    __slots__ = ("x", "y", "charge")

    def __init__(self, x, y, charge):
        self.x = x
        self.y = y
        self.charge = charge


cloud = []
for n in range(20_000):
    particle = Particle(n * 0.1, n * 0.2, n % 2)
    cloud = [particle]
print(len(cloud))
