import csv
import io


def make_file(lines):
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["invoice", "customer", "amount"])
    for number in range(lines):
        writer.writerow([f"INV-{number:06d}", f"customer {number % 12}", f"{number % 97}.50"])
    return text.getvalue()


def load(text):
    rows = {}
    for row in csv.DictReader(io.StringIO(text)):
        rows[row["customer"]] = rows.get(row["customer"], 0.0) + float(row["amount"])
    return rows


rows = load(make_file(3_000))
