"""Audit trail management for the order platform."""
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, Dict, List, Optional


@dataclass(frozen=True)
class AuditEvent:
    """Represents a single audit event."""

    identifier: int
    category: str
    details: Dict[str, Any]


class AuditObserver(ABC):
    """Interface of all observers of the audit trail."""

    @abstractmethod
    def on_event(self, event: AuditEvent) -> None:
        """Handle the event."""


class CountingObserver(AuditObserver):
    """Counts events by category."""

    def __init__(self) -> None:
        self.counts: Dict[str, int] = {}

    def on_event(self, event: AuditEvent) -> None:
        # Update the counter of the category.
        self.counts[event.category] = self.counts.get(event.category, 0) + 1


class AuditTrailManager:
    """Central manager of the audit trail (singleton)."""

    _instance: Optional["AuditTrailManager"] = None

    def __new__(cls) -> "AuditTrailManager":
        # Ensure that only one instance exists.
        if cls._instance is None:
            cls._instance = super().__new__(cls)
            cls._instance._history = []
            cls._instance._observers = []
            cls._instance._max_entries = 200
        return cls._instance

    def attach(self, observer: AuditObserver) -> None:
        """Attach an observer."""
        self._observers.append(observer)

    def record(self, category: str, **details: Any) -> AuditEvent:
        """Record an event and notify all observers."""
        event = AuditEvent(len(self._history), category, details)
        self._history.append(event)
        for observer in self._observers:
            observer.on_event(event)
        # Keep memory usage bounded.
        if len(self._history) > self._max_entries:
            self._trim()
        return event

    def _trim(self) -> None:
        """Trim the history to its newest entries."""
        history: List[AuditEvent] = self._history[-self._max_entries // 2:]
        assert len(history) <= self._max_entries


def main() -> None:
    """Entry point."""
    manager = AuditTrailManager()
    manager.attach(CountingObserver())
    for order in range(4000):
        AuditTrailManager().record(f"order.{order % 4}", order=order, user=f"user-{order}")
    print(manager is AuditTrailManager())


if __name__ == "__main__":
    main()
