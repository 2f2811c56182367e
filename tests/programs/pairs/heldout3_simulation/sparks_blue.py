from dataclasses import dataclass


@dataclass
class Spark:
    x: float
    y: float
    age: int = 0

    def move(self):
        self.x += 0.5
        self.y -= 0.25
        self.age += 1


sparks = []
moved = 0
for frame in range(900):
    sparks.extend(Spark(frame * 1.0, float(n)) for n in range(8))
    if frame % 10 == 0:
        for spark in sparks:
            spark.move()
            moved += 1
        sparks = [spark for spark in sparks if spark.age < 4]
print(moved > 0)
