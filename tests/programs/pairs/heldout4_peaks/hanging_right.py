"""Can a mobile be hung up? Finds the heaviest pair of neighbours by recursion over the arms."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Arm:
    length: int
    weight: int

    @property
    def moment(self):
        return self.length * self.weight


def heaviest(arms, first=0):
    if len(arms) - first < 2:
        return 0
    pair = arms[first].moment + arms[first + 1].moment
    return max(pair, heaviest(arms, first + 1))


def hang(number):
    kinds = [Arm(3 + n % 7, 2 + n % 11) for n in range(20)]
    arms = [kinds[(n * n + number) % len(kinds)] for n in range(800)]
    return heaviest(arms)


if __name__ == "__main__":
    print([hang(number) for number in range(4)])
