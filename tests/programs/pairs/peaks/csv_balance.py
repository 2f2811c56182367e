import csv


def lines(count):
    for n in range(count):
        yield f"{n},{n * 3},booking {n}\r\n"


def balance(count):
    total = 0
    rows = csv.reader(lines(count))
    rows = [row for row in rows]
    for row in rows:
        total += int(row[1])
    return total


print(balance(8_000))
