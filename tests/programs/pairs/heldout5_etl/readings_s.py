"""Nightly report over a sensor table."""
import sqlite3
from contextlib import closing

SCHEMA = "CREATE TABLE reading (id INTEGER PRIMARY KEY, sensor TEXT, value REAL, note TEXT)"


def fill(db, count):
    db.execute(SCHEMA)
    db.executemany(
        "INSERT INTO reading (sensor, value, note) VALUES (?, ?, ?)",
        ((f"sensor-{n % 30}", n * 0.25, f"calibrated run {n:06d} in hall {n % 7}") for n in range(count)),
    )
    db.commit()


def report(db):
    highest, longest = {}, 0
    cursor = db.execute("SELECT sensor, value, note FROM reading ORDER BY id")
    for sensor, value, note in cursor:
        if value > highest.get(sensor, float("-inf")):
            highest[sensor] = value
        longest = max(longest, len(note))
    return highest, longest


def main():
    with closing(sqlite3.connect(":memory:")) as db:
        fill(db, 15000)
        highest, longest = report(db)
    print(len(highest), longest)


if __name__ == "__main__":
    main()
