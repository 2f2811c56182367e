"""Adds up invoices from a text with one invoice a line."""
import io


def render(count):
    out = io.StringIO()
    for number in range(count):
        out.write(f"{number};customer-{number % 91};{number % 500}.25\n")
        if number % 1000 == 999:
            yield out.getvalue()
            out = io.StringIO()
    yield out.getvalue()


def parse(blocks):
    for block in blocks:
        for line in block.splitlines():
            number, customer, amount = line.split(";")
            yield {"number": int(number), "customer": customer, "amount": float(amount)}


def load(blocks):
    return sorted(parse(blocks), key=lambda invoice: invoice["amount"])


def total_of(invoices):
    total = 0.0
    largest = None
    for invoice in invoices:
        total += invoice["amount"]
        if largest is None or invoice["amount"] > largest["amount"]:
            largest = invoice
    return total, largest


def main():
    total, largest = total_of(load(render(6000)))
    print(f"{total:,.2f}", largest["customer"])


if __name__ == "__main__":
    main()
