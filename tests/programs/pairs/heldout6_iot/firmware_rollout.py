"""Simulates a staged roll-out of a firmware image over a fleet of devices."""
import random
from enum import Enum


class Step(Enum):
    IDLE = "idle"
    DOWNLOAD = "download"
    VERIFY = "verify"
    REBOOT = "reboot"


class Device:
    log = []

    def __init__(self, serial):
        self.serial = serial
        self.step = Step.IDLE
        self.version = 1

    def note(self, text):
        self.log.append("%s %s %s" % (self.serial, self.step.value, text))

    def update(self, chunks, rng):
        for self.step in (Step.DOWNLOAD, Step.VERIFY, Step.REBOOT):
            for chunk in range(chunks):
                self.note("chunk %d ok" % chunk)
            if rng.random() < 0.01:
                self.note("failed, stays on version %d" % self.version)
                return False
        self.version += 1
        return True


class Wave:
    def __init__(self, number, size):
        self.devices = [Device("wave%d-dev%d" % (number, n)) for n in range(size)]

    def run(self, rng):
        return sum(d.update(8, rng) for d in self.devices)


def main():
    rng = random.Random(4)
    done = 0
    for number in range(40):
        wave = Wave(number, 25)
        done += wave.run(rng)
    print("updated", done)


if __name__ == "__main__":
    main()
