"""Loans with their schedule of payments; those still running can be found by number."""
from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import MutableMapping
from weakref import WeakValueDictionary

CENT = Decimal("0.01")


class Payment:
    __slots__ = ("due", "interest", "principal")

    def __init__(self, due: date, interest: Decimal, principal: Decimal) -> None:
        self.due = due
        self.interest = interest
        self.principal = principal


class Loan:
    known: MutableMapping[int, "Loan"] = WeakValueDictionary()

    def __init__(self, number: int, amount: Decimal, months: int, rate: Decimal) -> None:
        self.number = number
        self.payments = list(self.schedule(amount, months, rate / 12))
        self.known[number] = self

    @staticmethod
    def schedule(amount: Decimal, months: int, rate: Decimal):
        part = (amount / months).quantize(CENT, ROUND_HALF_UP)
        due = date(2025, 1, 31)
        while amount > 0:
            interest = (amount * rate).quantize(CENT, ROUND_HALF_UP)
            principal = min(part, amount)
            yield Payment(due, interest, principal)
            amount -= principal
            due += timedelta(days=30)

    @property
    def cost(self) -> Decimal:
        return sum((payment.interest for payment in self.payments), Decimal(0))


def quote(number: int) -> Decimal:
    """What a loan would cost the customer."""
    loan = Loan(number, Decimal(12_000 + number * 10), 24 + number % 3 * 12, Decimal("0.048"))
    return loan.cost


if __name__ == "__main__":
    costs = sum(quote(number) for number in range(900))
    print("interest in all:", costs)
