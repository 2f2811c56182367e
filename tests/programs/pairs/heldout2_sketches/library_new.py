"""Simulates a library: members borrow books, return them and pay late fees."""
import random
from dataclasses import dataclass, field


@dataclass
class Book:
    isbn: str
    title: str
    copies: int = 3


@dataclass
class Loan:
    isbn: str
    member: str
    due: int
    returned: bool = False
    notes: list = field(default_factory=list)


class Library:
    FEE = 0.25

    def __init__(self):
        self.books = {}
        self.loans = []
        self.fees = 0.0

    def add_book(self, book):
        self.books[book.isbn] = book

    def borrow(self, isbn, member, today):
        book = self.books[isbn]
        if book.copies == 0:
            return None
        book.copies -= 1
        loan = Loan(isbn, member, today + 14)
        self.loans.append(loan)
        return loan

    def give_back(self, loan, today):
        loan.returned = True
        self.books[loan.isbn].copies += 1
        if today > loan.due:
            late = today - loan.due
            self.fees += late * self.FEE
            loan.notes.append(f"{late} days late")
        self.loans = [other for other in self.loans if not other.returned]


library = Library()


def main():
    rng = random.Random(42)
    for number in range(20):
        library.add_book(Book(f"978-{number:04d}", f"Book {number}"))
    lent = []
    for day in range(1500):
        loan = library.borrow(rng.choice(list(library.books)), f"member {day % 30}", day)
        if loan is not None:
            lent.append(loan)
        if len(lent) > 25:
            library.give_back(lent.pop(rng.randrange(len(lent))), day)
    print(f"{library.fees:.2f}", len(lent))


if __name__ == "__main__":
    main()
