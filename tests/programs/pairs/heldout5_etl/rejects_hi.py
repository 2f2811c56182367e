"""Load orders in batches; rows that do not parse go to a dead-letter list."""
import csv
import io
import itertools
import random
from typing import Iterator

REJECTED = []


def export(count, seed=17):
    """What the shop system sends us every night."""
    rng = random.Random(seed)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["order", "sku", "quantity", "price", "comment"])
    for n in range(count):
        quantity = rng.randint(1, 20) if n % 50 != 49 else "n/a"
        writer.writerow([n, f"sku-{rng.randint(1, 500):04d}", quantity, f"{rng.random() * 90:.2f}", "leave at the door " + str(n)])
    return out.getvalue()


def batched(iterator, size) -> Iterator[list]:
    while batch := list(itertools.islice(iterator, size)):
        yield batch


def convert(row):
    return {
        "order": int(row["order"]),
        "sku": row["sku"].upper(),
        "cents": round(float(row["price"]) * 100) * int(row["quantity"]),
    }


def load(text, batch_size=50):
    revenue = 0
    loaded = 0
    reader = csv.DictReader(io.StringIO(text))
    for number, batch in enumerate(batched(reader, batch_size)):
        for position, row in enumerate(batch):
            try:
                order = convert(row)
            except ValueError as error:
                REJECTED.append({"batch": number, "row": position, "why": str(error), "context": batch})
                continue
            revenue += order["cents"]
            loaded += 1
    return loaded, revenue


def main():
    loaded, revenue = load(export(12000))
    print(f"{loaded} loaded, {len(REJECTED)} rejected, {revenue / 100:.2f} EUR")
    for entry in REJECTED[:3]:
        print(entry["batch"], entry["row"], entry["why"])


if __name__ == "__main__":
    main()
