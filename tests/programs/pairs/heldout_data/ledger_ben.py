from dataclasses import dataclass, field


@dataclass
class Entry:
    amount: int
    memo: str
    before: tuple = ()


@dataclass
class Ledger:
    entries: list = field(default_factory=list)
    balance: int = 0

    def book(self, amount, memo):
        self.balance += amount
        self.entries.append(Entry(amount, memo, tuple(self.entries[-2:])))


ledger = Ledger()
for number in range(800):
    ledger.book(number % 50 - 20, "fee")
