"""Books transfers between accounts and logs each one through a buffering handler."""
from __future__ import annotations

import logging
from decimal import Decimal
from logging.handlers import MemoryHandler

LOG = logging.getLogger("transfers")
LOG.propagate = False
LOG.setLevel(logging.INFO)


class Refused(Exception):
    """An account has not enough money."""


class Bank:
    """Balances by account number; a transfer is refused when there is not enough money."""

    def __init__(self, accounts: int, opening: Decimal) -> None:
        self.balances = {f"DE{n:010d}": opening for n in range(accounts)}

    def transfer(self, source: str, target: str, amount: Decimal) -> None:
        if self.balances[source] < amount:
            raise Refused(source)
        self.balances[source] -= amount
        self.balances[target] += amount
        LOG.info("%s from %s to %s", amount, source, target)

    def total(self) -> Decimal:
        return sum(self.balances.values(), Decimal(0))


def day(bank: Bank, transfers: int) -> int:
    accounts = list(bank.balances)
    refused = 0
    for n in range(transfers):
        amount = Decimal(n % 997) + Decimal("0.25")
        try:
            bank.transfer(accounts[n % 20], accounts[(n * 3 + 1) % 20], amount)
        except Refused as problem:
            refused += 1
            LOG.debug("refused: %s", problem)
    return refused


HANDLER = MemoryHandler(capacity=100)
LOG.addHandler(HANDLER)
BANK = Bank(20, Decimal(5_000_000))

if __name__ == "__main__":
    print("refused:", day(BANK, 14_000), "total:", BANK.total())
