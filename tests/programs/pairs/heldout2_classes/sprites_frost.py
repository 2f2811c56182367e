"""Sprites register themselves with their class while they are on the screen."""
from enum import Enum, auto


class State(Enum):
    FLYING = auto()
    FALLING = auto()
    GONE = auto()


class Sprite:
    live = {}
    created = 0

    def __init__(self, x, y):
        Sprite.created += 1
        self.number = Sprite.created
        self.x = x
        self.y = y
        self.state = State.FLYING
        Sprite.live[self.number] = self

    def move(self):
        self.x += 1

    def close(self):
        self.state = State.GONE
        Sprite.live.pop(self.number, None)


class Spark(Sprite):
    def __init__(self, x, y, colour):
        super().__init__(x, y)
        self.colour = colour
        self.trail = [(x, y)]

    def move(self):
        super().move()
        self.y -= 1
        self.trail.append((self.x, self.y))
        if self.y <= 0:
            self.state = State.FALLING

    def close(self):
        self.colour = None
        super().close()


class Cloud(Sprite):
    def move(self):
        self.x = (self.x + 2) % 100


def scene(number):
    sprites = [Spark(number % 50, 4, "red"), Cloud(number, 10)]
    for _ in range(6):
        for sprite in sprites:
            if sprite.state is State.FLYING:
                sprite.move()
    for sprite in sprites:
        sprite.close()


def main():
    for number in range(1200):
        scene(number)
    print(Sprite.created)


if __name__ == "__main__":
    main()
