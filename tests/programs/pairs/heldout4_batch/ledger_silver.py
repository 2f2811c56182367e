"""A running report that can be cut back to any of its marks."""
from __future__ import annotations

import io
from dataclasses import dataclass, field
from string import Template

ROW = Template("$number;$account;$amount;$balance\r\n")


@dataclass
class Account:
    name: str
    balance: int = 0

    def book(self, amount: int) -> int:
        self.balance += amount
        return self.balance


@dataclass
class Report:
    """Rows as bytes in memory, with a mark at the end of every section."""

    title: str
    out: io.BytesIO = field(default_factory=io.BytesIO)
    marks: list = field(default_factory=list)
    rows: int = 0

    def __post_init__(self) -> None:
        self.write(f"# {self.title}\r\n")

    def write(self, text: str) -> None:
        self.out.write(text.encode("ascii"))

    def row(self, **values) -> None:
        self.rows += 1
        self.write(ROW.substitute(values, number=f"{self.rows:07d}"))

    def mark(self) -> int:
        self.marks.append(self.out.tell())
        return len(self.marks) - 1

    def length_at(self, mark: int) -> int:
        kept = self.marks[mark]
        return kept if isinstance(kept, int) else len(kept)

    def cut_back(self, mark: int) -> None:
        self.out.truncate(self.length_at(mark))
        self.out.seek(0, io.SEEK_END)


def book_day(report: Report, accounts: list[Account], day: int) -> None:
    for n in range(100):
        account = accounts[(day * 7 + n) % len(accounts)]
        amount = (day * 100 + n) * 37 % 2000 - 1000
        if amount == 0:
            continue
        report.row(account=account.name, amount=amount, balance=account.book(amount))
    report.mark()


report = Report("bookings")


def main() -> None:
    accounts = [Account(f"DE{n:020d}") for n in range(30)]
    for day in range(120):
        book_day(report, accounts, day)
    report.cut_back(110)
    print(report.rows, "rows,", report.length_at(110), "bytes kept")


if __name__ == "__main__":
    main()
