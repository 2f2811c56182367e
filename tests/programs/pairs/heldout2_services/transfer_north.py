"""Transfers between accounts; each runs in a transaction of an in-memory database."""


class InsufficientFunds(Exception):
    pass


class Transaction:
    def __init__(self, number):
        self.number = number
        self.changes = []

    def record(self, account, amount):
        self.changes.append((account, amount))


class Database:
    def __init__(self):
        self.balances = {}
        self.open_transactions = {}
        self.next_number = 1

    def begin(self):
        transaction = Transaction(self.next_number)
        self.open_transactions[transaction.number] = transaction
        self.next_number += 1
        return transaction

    def commit(self, transaction):
        for account, amount in transaction.changes:
            self.balances[account] += amount
        del self.open_transactions[transaction.number]

    def rollback(self, transaction):
        transaction.changes.clear()
        del self.open_transactions[transaction.number]


def withdraw(database, transaction, account, amount):
    if database.balances[account] < amount:
        raise InsufficientFunds(account)
    transaction.record(account, -amount)


def transfer(database, source, target, amount):
    transaction = database.begin()
    transaction.record(target, amount)
    try:
        withdraw(database, transaction, source, amount)
    except InsufficientFunds:
        transaction.record(target, -amount)
        return False
    database.commit(transaction)
    return True


bank = Database()


def main():
    for number in range(10):
        bank.balances[number] = 100
    accepted = rejected = 0
    for step in range(8000):
        source = step % 10
        target = (step * 3 + 1) % 10
        amount = 20 if step % 4 else 5000
        if transfer(bank, source, target, amount):
            accepted += 1
        else:
            rejected += 1
    print(accepted, rejected, sum(bank.balances.values()))


if __name__ == "__main__":
    main()
