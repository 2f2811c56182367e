"""
A simple, typed event bus.

Supports:

* subscribing with a priority,
* one-time subscriptions through ``once``,
* wildcard topics (``"order.*"``),
* error isolation: a failing handler does not stop the others.
"""
from __future__ import annotations

import functools
import inspect
import itertools
from dataclasses import dataclass, field
from typing import Any, Callable

Handler = Callable[["Event"], Any]


@dataclass(frozen=True)
class Event:
    """An immutable event."""

    topic: str
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(order=True)
class Subscription:
    """A handler together with its priority and order of arrival."""

    sort_key: tuple[int, int]
    handler: Handler = field(compare=False)


class EventBus:
    """Dispatches events to the subscribed handlers."""

    def __init__(self) -> None:
        self._handlers: dict[str, list[Subscription]] = {}
        self._sequence = itertools.count()
        self.errors = 0

    def subscribe(self, topic: str, handler: Handler, priority: int = 0) -> None:
        """Call ``handler`` for every event whose topic matches."""
        subscriptions = self._handlers.setdefault(topic, [])
        subscriptions.append(Subscription((-priority, next(self._sequence)), handler))
        subscriptions.sort()

    def unsubscribe(self, topic: str, handler: Handler) -> bool:
        """Remove ``handler`` from ``topic``. Returns whether it was found."""
        subscriptions = self._handlers.get(topic, [])
        for position, subscription in enumerate(subscriptions):
            registered = subscription.handler
            if registered == handler:
                del subscriptions[position]
                if not subscriptions:
                    del self._handlers[topic]
                return True
        return False

    def once(self, topic: str, handler: Handler, priority: int = 0) -> None:
        """Call ``handler`` for the first matching event only."""
        done = False

        @functools.wraps(handler)
        def wrapper(event: Event) -> Any:
            nonlocal done
            if done:
                return None
            done = True
            self.unsubscribe(topic, handler)
            return handler(event)

        self.subscribe(topic, wrapper, priority)

    def publish(self, topic: str, **data: Any) -> int:
        """Dispatch an event; returns the number of handlers called."""
        event = Event(topic, data)
        called = 0
        for pattern, subscriptions in list(self._handlers.items()):
            if topic != pattern and not (pattern.endswith(".*") and topic.startswith(pattern[:-1])):
                continue
            for subscription in list(subscriptions):
                try:
                    subscription.handler(event)
                    called += 1
                except Exception:
                    self.errors += 1
        return called


bus = EventBus()


class Order:
    """An order that waits for its payment."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.lines = [f"item {number}-{position}: {'x' * (position % 17)}" for position in range(120)]
        self.paid = False

    def place(self) -> None:
        bus.once(f"order.{self.number}.paid", self.on_paid, priority=1)
        bus.publish("order.placed", number=self.number)

    def on_paid(self, event: Event) -> None:
        self.paid = event.data["amount"] >= len(self.lines)


def main() -> None:
    """Place and pay a number of orders."""
    counts = {"events": 0, "paid": 0}
    bus.subscribe("order.placed", lambda event: counts.update(events=counts["events"] + 1))
    for number in range(1000):
        order = Order(number)
        order.place()
        if number % 70 == 0:
            bus.publish(f"order.{number}.paid")
        bus.publish(f"order.{number}.paid", amount=150)
        counts["paid"] += order.paid
    print(counts, bus.errors, "errors")


if __name__ == "__main__":
    main()
