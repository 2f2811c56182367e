"""Reads a sales export, groups it by region and prints totals."""
import csv
import io

REGIONS = ["north", "south", "east", "west"]
groups = {}


def export(rows):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["id", "region", "product", "amount"])
    for number in range(rows):
        region = REGIONS[number % len(REGIONS)]
        writer.writerow([number, region, f"product-{number % 13}", number % 100 + 0.5])
    return out.getvalue()


def read(text):
    for row in csv.DictReader(io.StringIO(text)):
        row["amount"] = float(row["amount"])
        yield row


def large(rows, least):
    for row in rows:
        if row["amount"] >= least:
            yield row


def group(rows):
    totals = {}
    for row in rows:
        region = row["region"]
        totals[region] = totals.get(region, 0) + row["amount"]
        groups.setdefault(region, []).append(row)
    return totals


def main():
    text = export(5000)
    totals = group(large(read(text), least=20))
    for region in sorted(totals):
        print(f"{region:>6} {totals[region]:>12,.2f} {len(groups[region])}")


main()
