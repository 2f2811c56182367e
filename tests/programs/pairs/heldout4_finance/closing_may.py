"""Accounts with an audit trail that is handed over when the month is closed."""
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal


class Audited:
    """Mixin: notes what was done to an account until the trail is handed over."""

    trail: list = []
    handed_over = 0

    def note(self, day, what, amount):
        self.trail.append((day.isoformat(), what, amount))

    def hand_over(self):
        Audited.handed_over += len(self.trail)
        self.trail = []


@dataclass(eq=False)
class Account(Audited):
    owner: str
    balance: Decimal = Decimal(0)

    def post(self, day, amount):
        self.balance += amount
        self.note(day, f"posted for {self.owner}", amount)

    def __iadd__(self, other):
        day, amount = other
        self.post(day, amount)
        return self


def open_and_close(number, first):
    account = Account(f"owner {number:04d}")
    for n in range(60):
        account += (first + timedelta(days=n % 28), Decimal(n * number) / 100)
    account.hand_over()
    return account.balance


total = Decimal(0)
for number in range(300):
    total += open_and_close(number, date(2024, 1, 1))
print(total, Audited.handed_over > 0)
