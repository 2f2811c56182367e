"""Planets around a star in two dimensions; every body draws a short trail behind it."""
from __future__ import annotations

from dataclasses import dataclass, field
from math import hypot

STEP = 0.125
KEEP = 16
GRAVITY = 900.0


@dataclass(slots=True)
class Body:
    x: float
    y: float
    vx: float
    vy: float
    trail: list[tuple[float, float]] = field(default_factory=list)

    def move(self, dt: float) -> None:
        distance = hypot(self.x, self.y) or 1.0
        pull = GRAVITY / distance ** 3
        self.vx -= self.x * pull * dt
        self.vy -= self.y * pull * dt
        self.x += self.vx * dt
        self.y += self.vy * dt
        self.trail.append((self.x, self.y))


class System:
    def __init__(self, planets: int) -> None:
        self.time = 0.0
        self.bodies = [self.planet(30.0 + 12.0 * n) for n in range(planets)]

    @staticmethod
    def planet(radius: float) -> Body:
        return Body(radius, 0.0, 0.0, (GRAVITY / radius) ** 0.5)

    def step(self) -> None:
        for body in self.bodies:
            body.move(STEP)
        self.time += STEP
        if self.time % 1.0 == 0.0:
            self.tidy()

    def tidy(self) -> None:
        for body in self.bodies:
            del body.trail[:-KEEP]


SYSTEM = System(planets=9)

if __name__ == "__main__":
    for _ in range(4096):
        SYSTEM.step()
    print(round(SYSTEM.time, 3), [round(hypot(body.x, body.y)) for body in SYSTEM.bodies])
