"""A nightly job over a day's orders, written twice: once it keeps totals, once it keeps everything."""

ORDERS_A_DAY = 200_000
CHUNK = 500

totals = {"orders": 0, "cents": 0}
archive = []


def price_of(number):
    return 1_000 + number % 500


def total_up(orders):
    for number in range(orders):
        totals["orders"] += 1
        totals["cents"] += price_of(number)


def total_up_in_chunks(orders):
    chunk = []
    for start in range(0, orders, CHUNK):
        for number in range(start, start + CHUNK):
            chunk.append(price_of(number))
        totals["orders"] += len(chunk)
        totals["cents"] += sum(chunk)
        chunk.clear()


def total_up_and_archive(orders):
    for number in range(orders):
        archive.append([number, "shipped", "EUR"])
        totals["orders"] += 1
        totals["cents"] += price_of(number)


def main():
    total_up(ORDERS_A_DAY)
    total_up_in_chunks(ORDERS_A_DAY)
    total_up_and_archive(ORDERS_A_DAY)
    print(totals["orders"], "orders,", totals["cents"] // 100, "euros")


if __name__ == "__main__":
    main()
