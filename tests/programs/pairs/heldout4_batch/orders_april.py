"""Monthly totals of an order export: csv in, a small json report out."""
import csv
import json
import tempfile
from collections import defaultdict
from decimal import Decimal
from pathlib import Path


def export(path: Path, orders: int) -> None:
    with path.open("w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["order", "day", "customer", "net", "comment"])
        for n in range(orders):
            writer.writerow([n, f"2024-{n % 12 + 1:02d}-{n % 28 + 1:02d}", f"C{n % 900:05d}", f"{n % 500}.{n % 100:02d}",
                             f"delivered to door {n % 40} of building {n // 40}"])


def read_orders(path: Path):
    with path.open(newline="") as source:
        yield from csv.DictReader(source)


def billable(rows):
    for row in rows:
        if row["net"] != "0.00":
            yield row


def monthly(rows) -> dict[str, Decimal]:
    totals: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        totals[row["day"][:7]] += Decimal(row["net"])
    return totals


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "orders.csv")
        export(source, 25_000)
        totals = monthly(row for row in billable(read_orders(source)))
        report = Path(folder, "report.json")
        report.write_text(json.dumps({month: str(total) for month, total in sorted(totals.items())}, indent=1))
        print(report.read_text())


if __name__ == "__main__":
    main()
