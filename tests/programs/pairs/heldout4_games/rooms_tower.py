"""A dungeon crawl: every room listens to the event bus for as long as the party is in it."""
from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Callable


class Event(Enum):
    PICK = auto()
    DROP = auto()


class Bus:
    def __init__(self) -> None:
        self.handlers: dict[Event, list[Callable]] = defaultdict(list)

    def on(self, event: Event, handler: Callable) -> None:
        self.handlers[event].append(handler)

    def off(self, event: Event, handler: Callable) -> None:
        if handler in self.handlers[event]:
            self.handlers[event].remove(handler)

    def emit(self, event: Event, room: int, item: str) -> None:
        for handler in self.handlers[event][-3:]:
            handler(room, item)


@dataclass(eq=False)
class Room:
    number: int
    bus: Bus
    floor: dict[str, int] = field(default_factory=dict)

    def enter(self) -> None:
        self.bus.on(Event.PICK, self.taken)
        for n in range(12 + self.number % 5):
            self.floor[f"item {self.number}/{n}"] = n * 10

    def leave(self) -> None:
        self.bus.off(Event.PICK, lambda room, item: self.taken(room, item))

    def taken(self, room: int, item: str) -> None:
        if room == self.number:
            self.floor.pop(item, None)


@dataclass
class Party:
    bus: Bus
    gold: int = 0

    def explore(self, rooms: int) -> int:
        for number in range(rooms):
            room = Room(number, self.bus)
            room.enter()
            for item, worth in list(room.floor.items()):
                if worth % 30:
                    continue
                self.gold += worth
                self.bus.emit(Event.PICK, number, item)
            room.leave()
        return self.gold


bus = Bus()

if __name__ == "__main__":
    party = Party(bus)
    print("gold:", party.explore(3500))
