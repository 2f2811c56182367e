"""Goblins that listen for noise until somebody kills them."""
import random
from collections import defaultdict


class EventBus:
    def __init__(self):
        self.listeners = defaultdict(list)

    def subscribe(self, event, callback):
        self.listeners[event].append(callback)

    def unsubscribe(self, event, callback):
        if callback in self.listeners[event]:
            self.listeners[event].remove(callback)

    def publish(self, event, *args):
        for callback in list(self.listeners[event]):
            callback(*args)


class Goblin:
    def __init__(self, world, number, x):
        self.world = world
        self.number = number
        self.x = x
        self.hp = 3
        self.memory = [0.0] * 100
        world.bus.subscribe("noise", self.hear)

    def hear(self, x, loudness):
        if self.hp > 0 and abs(self.x - x) < loudness:
            self.memory[int(x)] += loudness

    def hit(self):
        self.hp -= 1
        if self.hp == 0:
            self.die()

    def die(self):
        self.world.goblins.remove(self)
        self.world.bus.unsubscribe("noise", self.hear)
        self.world.kills += 1


class World:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.bus = EventBus()
        self.goblins = []
        self.kills = 0
        self.born = 0

    def tick(self, n):
        while len(self.goblins) < 12:
            self.goblins.append(Goblin(self, self.born, self.rng.uniform(0, 99)))
            self.born += 1
        for _ in range(4):
            self.rng.choice(self.goblins).hit()
            if not self.goblins:
                break
        if n % 25 == 0:
            self.bus.publish("noise", self.rng.uniform(0, 99), 10.0)


world = World(seed=14)


def main():
    for n in range(1500):
        world.tick(n)
    print(world.kills, len(world.goblins))


if __name__ == "__main__":
    main()
