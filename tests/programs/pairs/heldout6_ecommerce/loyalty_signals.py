"""Signals of the loyalty programme, modelled after the dispatcher of a well-known web framework."""
from __future__ import annotations
from collections.abc import Callable
from contextlib import contextmanager


class Signal:
    def __init__(self, name: str):
        self.name = name
        self._receivers: list[Callable[..., None]] = []

    def connect(self, fn: Callable[..., None]) -> None:
        self._receivers.append(fn)

    def disconnect(self, fn: Callable[..., None]) -> bool:
        for i, known in enumerate(self._receivers):
            if known is fn:
                del self._receivers[i]
                return True
        return False

    def send(self, **payload) -> None:
        for fn in list(self._receivers[-3:]):
            fn(**payload)


points_changed = Signal("points_changed")


class CheckoutSession:
    def __init__(self, visitor: int):
        self.visitor = visitor
        self.page = [f"<li>item {visitor}-{n}</li>" for n in range(60)]
        self.points = 0

    def on_points(self, visitor: int, points: int) -> None:
        if visitor == self.visitor:
            self.points += points


@contextmanager
def checkout(visitor: int):
    session = CheckoutSession(visitor)
    handler = session.on_points
    points_changed.connect(handler)
    try:
        yield session
    finally:
        points_changed.disconnect(handler)


def main() -> None:
    grand = 0
    for visitor in range(2600):
        with checkout(visitor) as session:
            points_changed.send(visitor=visitor, points=len(session.page))
            grand += session.points
    print("points", grand)


if __name__ == "__main__":
    main()
