"""Replies by idempotency key, so that a payment sent twice is made once."""
from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass


@dataclass
class Entry:
    reply: str
    expires: float


class Replies:
    """Entries in the order in which they expire."""

    def __init__(self, lifetime: float) -> None:
        self.lifetime = lifetime
        self.entries: OrderedDict[str, Entry] = OrderedDict()

    def purge(self, now: float) -> None:
        gone = 0
        for entry in self.entries.values():
            if entry.expires > now:
                break
            gone += 1
        while gone:
            self.entries.popitem(last=False)
            gone -= 1

    def find(self, key: str, now: float) -> str | None:
        entry = self.entries.get(key)
        if entry is None or entry.expires <= now:
            return None
        entry.expires = now + self.lifetime
        self.entries.move_to_end(key)
        return entry.reply

    def store(self, key: str, reply: str, now: float) -> None:
        self.purge(now)
        self.entries[key] = Entry(reply, now + self.lifetime)


class Payments:
    def __init__(self) -> None:
        self.replies = Replies(lifetime=30.0)
        self.booked = 0
        self.repeated = 0

    def pay(self, key: str, amount: int, now: float) -> str:
        known = self.replies.find(key, now)
        if known is not None:
            self.repeated += 1
            return known
        self.booked += amount
        seal = hashlib.sha256(key.encode()).hexdigest()
        reply = "\n".join(f"{line:03d} {key} {amount} {seal}" for line in range(36))
        self.replies.store(key, reply, now)
        return reply


payments = Payments()
now = 0.0
for number in range(5000):
    now += 0.5
    payments.pay(f"order-{number}", number % 90, now)
    if number % 40 == 0:
        payments.pay("order-0", 0, now)
print(payments.booked, payments.repeated)
