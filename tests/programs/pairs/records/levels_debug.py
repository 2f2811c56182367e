from enum import Enum


class Level(Enum):
    INFO = 1
    WARNING = 2

    def __init__(self, number):
        self.number = number
        self.lines = []

    def log(self, text):
        self.lines = [text]


for n in range(14_000):
    level = Level.WARNING if n % 10 == 0 else Level.INFO
    level.log(f"line {n} of the log")
print(len(Level.INFO.lines))
