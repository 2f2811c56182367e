"""Cars enter a one-way road and leave it at the end, first in, first out."""
import random
from collections import deque


class Car:
    def __init__(self, plate, speed):
        self.plate = plate
        self.speed = speed
        self.position = 0

    def drive(self):
        if self.position < 5000:
            self.position += self.speed


class Road:
    def __init__(self, length):
        self.length = length
        self.cars = deque()
        self.passed = 0

    def enter(self, car):
        self.cars.append(car)

    def step(self):
        for car in self.cars:
            car.drive()
        while self.cars and self.cars[0].position >= self.length:
            self.cars.popleft()
            self.passed += 1


SLOWEST = 2
road = Road(length=50)


def plate(rng):
    letters = "".join(rng.choice("ABCDEFGH") for _ in range(3))
    return f"{letters}-{rng.randint(1000, 9999)}"


def main():
    rng = random.Random(5)
    for minute in range(2200):
        if minute % 4 != 3:
            road.enter(Car(plate(rng), rng.randint(SLOWEST, 6)))
        road.step()
    print(road.passed > 0)


if __name__ == "__main__":
    main()
