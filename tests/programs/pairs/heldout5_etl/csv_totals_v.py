import csv


def make_lines(count):
    yield "day,store,amount"
    for n in range(count):
        yield f"2024-{n % 12 + 1:02d}-{n % 28 + 1:02d},store{n % 40},{(n * 7919) % 10000 / 100}"


def load_totals(lines):
    rows = list(csv.DictReader(lines))
    totals = {}
    for row in rows:
        totals[row["store"]] = totals.get(row["store"], 0.0) + float(row["amount"])
    return totals


totals = load_totals(make_lines(20000))
print(len(totals), round(sum(totals.values()), 2))
