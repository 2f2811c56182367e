"""Models register themselves through their metaclass."""
from abc import ABCMeta, abstractmethod


class Tracked(ABCMeta):
    def __new__(mcls, name, bases, namespace):
        cls = super().__new__(mcls, name, bases, namespace)
        cls.instances = []
        return cls

    def __call__(cls, *args, **kwargs):
        obj = super().__call__(*args, **kwargs)
        cls.instances.append(obj)
        if cls.keep:
            del cls.instances[:-cls.keep]
        return obj


class Model(metaclass=Tracked):
    keep = 0

    def __init__(self, name):
        self.name = name
        self.weights = [0.1 * i for i in range(self.size())]

    @abstractmethod
    def size(self):
        ...


class Small(Model):
    keep = 10

    def size(self):
        return 16


class Large(Model):
    def size(self):
        return 128


def train(rounds):
    best = None
    for n in range(rounds):
        candidate = (Large if n % 2 else Small)(f"model-{n}")
        score = sum(candidate.weights) % 7
        if best is None or score > best[0]:
            best = score, candidate.name
    return best


if __name__ == "__main__":
    print(train(1200))
