"""A table of postings in an in-memory database; changes by an administrator are traced."""
import sqlite3
from contextlib import contextmanager

TRAIL = []


@contextmanager
def audited(connection, reason):
    TRAIL.append(f"-- {reason}")
    connection.set_trace_callback(TRAIL.append)
    try:
        yield connection
    finally:
        connection.set_trace_callback(None)


def set_up(connection):
    connection.execute("CREATE TABLE posting (id INTEGER PRIMARY KEY, account TEXT, cents INTEGER, remark TEXT)")
    with audited(connection, "opening balances"):
        for account in ("cash", "bank", "stock"):
            connection.execute("INSERT INTO posting (account, cents, remark) VALUES (?, 0, 'opening')", (account,))


def post(connection, number):
    account = ("cash", "bank", "stock")[number % 3]
    cents = (number * 7919) % 100_000 - 50_000
    connection.execute(
        "INSERT INTO posting (account, cents, remark) VALUES (?, ?, ?)",
        (account, cents, f"receipt no. {number} of the {account} book"),
    )


def balances(connection):
    query = "SELECT account, sum(cents) FROM posting GROUP BY account ORDER BY account"
    for account, cents in connection.execute(query):
        sign = "-" if cents < 0 else ""
        yield f"{account}: {sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def main():
    connection = sqlite3.connect(":memory:")
    try:
        set_up(connection)
        for number in range(2_500):
            post(connection, number)
        connection.commit()
        print("; ".join(balances(connection)))
    finally:
        connection.close()


if __name__ == "__main__":
    main()
