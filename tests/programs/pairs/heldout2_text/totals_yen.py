"""Groups payments by amount, the amount being the text that appears on the statement."""
by_amount = {}


def payments(count):
    cents = 1250
    for number in range(count):
        cents = (cents * 31 + 17) % 1999993
        kind = "refund" if number % 11 == 0 else "sale"
        yield kind, cents % 100000, f"customer {number % 70}"


def label(cents):
    return f"{cents / 10000:,.0f}"


def collect(rows):
    skipped = 0
    for kind, cents, customer in rows:
        if kind == "refund":
            skipped += 1
            continue
        entry = by_amount.setdefault(label(cents), {"count": 0, "customer": customer})
        entry["count"] += 1
    return skipped


def statement(width=12):
    lines = []
    for text in sorted(by_amount, key=len, reverse=True)[:5]:
        entry = by_amount[text]
        lines.append(text.rjust(width) + str(entry["count"]).rjust(6))
    return "\n".join(lines)


def main():
    skipped = collect(payments(5000))
    print(statement())
    print(skipped, "refunds")


if __name__ == "__main__":
    main()
