"""Spatial hash for wandering boids."""
import math
import random


class SpatialHash:
    def __init__(self, size):
        self.size = size
        self.cells = {}

    def cell_of(self, x, y):
        return int(x // self.size), int(y // self.size)

    def move(self, who, old, new):
        if old == new:
            return
        if old is not None:
            bucket = self.cells.get(new, set())
            bucket.discard(who)
            if not bucket:
                self.cells.pop(new, None)
        self.cells.setdefault(new, set()).add(who)

    def near(self, x, y):
        cx, cy = self.cell_of(x, y)
        return sum(len(self.cells.get((cx + dx, cy + dy), ())) for dx in (-1, 0, 1) for dy in (-1, 0, 1))


class Boid:
    __slots__ = ("x", "y", "heading", "cell")

    def __init__(self, rng):
        self.x = rng.uniform(0, 100)
        self.y = rng.uniform(0, 100)
        self.heading = rng.uniform(0, math.tau)
        self.cell = None

    def step(self, rng, space):
        self.heading += rng.uniform(-0.2, 0.2)
        self.x += math.cos(self.heading)
        self.y += math.sin(self.heading)
        cell = space.cell_of(self.x, self.y)
        space.move(self, self.cell, cell)
        self.cell = cell


space = SpatialHash(size=1.5)


def main():
    rng = random.Random(40)
    boids = [Boid(rng) for _ in range(40)]
    crowd = 0
    for _ in range(350):
        for boid in boids:
            boid.step(rng, space)
        crowd += space.near(boids[0].x, boids[0].y) > 0
    print(crowd)


if __name__ == "__main__":
    main()
