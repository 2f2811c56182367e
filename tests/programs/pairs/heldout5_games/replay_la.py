"""Record a deterministic race so that it can be replayed."""
import random
from dataclasses import asdict, dataclass


@dataclass
class Car:
    name: str
    x: float = 0.0
    v: float = 0.0
    fuel: float = 100.0
    laps: int = 0


class Race:
    def __init__(self):
        self.cars = [Car(name) for name in ("red", "blue", "green", "white", "black")]
        self.tick = 0

    def step(self, throttle):
        self.tick += 1
        for car, power in zip(self.cars, throttle):
            car.v = max(0.0, car.v * 0.98 + power * 0.4)
            car.fuel -= power * 0.01
            car.x += car.v
            if car.x > 1000:
                car.x -= 1000
                car.laps += 1

    def state(self):
        return {"tick": self.tick, "cars": [asdict(car) for car in self.cars]}


class Recorder:
    KEYFRAME = 60

    def __init__(self, race):
        self.race = race
        self.frames = []

    def record(self, throttle):
        frame = bytes(throttle)
        if not self.race.tick % self.KEYFRAME:
            self.frames.append((frame, self.race.state()))
        else:
            self.frames.append((frame, None))


def drive(ticks, seed):
    rng = random.Random(seed)
    for _ in range(ticks):
        throttle = [rng.randint(0, 9) for _ in race.cars]
        race.step(throttle)
        recorder.record(throttle)


race = Race()
recorder = Recorder(race)

if __name__ == "__main__":
    drive(3000, seed=23)
    print([car.laps for car in race.cars], len(recorder.frames))
