"""Fireworks."""
import random

GRAVITY = 9.8
DT = 0.05
particles = []


class Particle:
    def __init__(self, x, y, vx, vy, life):
        self.x, self.y, self.vx, self.vy, self.life = x, y, vx, vy, life

    def visible(self):
        return 0 <= self.x <= 100 and 0 <= self.y <= 60

    def step(self):
        if not self.visible():
            self.life -= DT
            return
        self.x += self.vx * DT
        self.y += self.vy * DT
        self.vy -= GRAVITY * DT
        self.life -= DT


def burst(rng, count):
    x = rng.uniform(0, 100)
    for _ in range(count):
        particles.append(Particle(x, 1.0, rng.uniform(-60, 60), rng.uniform(-20, 30), rng.uniform(0.2, 0.6)))


rng = random.Random(99)
shown = 0
for tick in range(400):
    burst(rng, 40)
    for particle in particles:
        particle.step()
    particles[:] = [p for p in particles if p.life > 0]
    shown += sum(p.visible() for p in particles)
print(shown)
