"""Animals wander over a meadow, eat grass, have young and starve."""
import random


class Animal:
    def __init__(self, x, y, energy):
        self.x = x
        self.y = y
        self.energy = energy

    def move(self, rng, size):
        self.x = (self.x + rng.choice((-1, 0, 1))) % size
        self.y = (self.y + rng.choice((-1, 0, 1))) % size
        self.energy -= 1


class Meadow:
    def __init__(self, seed, size):
        self.rng = random.Random(seed)
        self.size = size
        self.animals = []
        self.born = 0

    def spawn(self, energy):
        x, y = self.rng.randrange(self.size), self.rng.randrange(self.size)
        self.animals.append(Animal(x, y, energy))
        self.born += 1

    def feed(self, animal):
        if (animal.x * animal.y) % 5 == 0:
            animal.energy += 1

    def day(self):
        for animal in self.animals:
            if animal.energy <= 0:
                continue
            animal.move(self.rng, self.size)
            self.feed(animal)
        self.animals = [animal for animal in self.animals if 0 < animal.energy <= 20]
        for _ in range(8):
            self.spawn(energy=self.rng.randint(2, 5))

    def alive(self):
        return sum(1 for animal in self.animals if animal.energy > 0)


meadow = Meadow(seed=3, size=30)


def main():
    most = 0
    for _ in range(400):
        meadow.day()
        most = max(most, meadow.alive())
    print(meadow.born, "born, at most", most, "alive")


if __name__ == "__main__":
    main()
