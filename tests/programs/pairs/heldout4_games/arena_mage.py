"""Spells that last for a while: each hero renews his spells all the time, by the game's own clock."""
from __future__ import annotations

import sched
from dataclasses import dataclass, field

HOUR = 3600.0


@dataclass
class Clock:
    time: float = 0.0

    def now(self) -> float:
        return self.time

    def wait(self, seconds: float) -> None:
        self.time += seconds


@dataclass
class Hero:
    name: str
    spells: dict[str, sched.Event] = field(default_factory=dict)


class Arena:
    def __init__(self) -> None:
        self.clock = Clock()
        self.events = sched.scheduler(self.clock.now, self.clock.wait)
        self.ended = 0
        self.renewed = 0

    def cast(self, hero: Hero, spell: str, lasts: float) -> None:
        former = hero.spells.pop(spell, None)
        if former is not None:
            self.renewed += 1
            self.events.cancel(former)
        message = f"{hero.name} no longer has {spell}"
        hero.spells[spell] = self.events.enter(lasts, 1, self.end, (hero, spell, message))

    def end(self, hero: Hero, spell: str, message: str) -> None:
        hero.spells.pop(spell, None)
        self.ended += 1

    def tick(self, seconds: float) -> None:
        self.events.run(blocking=False)
        self.clock.wait(seconds)


HEROES = [Hero(name) for name in ("Ana", "Bo", "Cleo", "Dag", "Eva")]
SPELLS = {"haste": 4 * HOUR, "ward": 6 * HOUR, "light": 5 * HOUR}
arena = Arena()


def fight(rounds: int) -> None:
    for _ in range(rounds):
        for hero in HEROES:
            for spell, lasts in SPELLS.items():
                arena.cast(hero, spell, lasts)
        arena.tick(1.5)


if __name__ == "__main__":
    fight(2000)
    print(arena.clock.time, arena.renewed, sum(len(hero.spells) for hero in HEROES))
