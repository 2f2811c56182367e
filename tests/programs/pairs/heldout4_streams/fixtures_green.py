"""Test orders for a load test: the same fifteen thousand orders over and over."""
from itertools import count, cycle, islice
import json
import zlib

DISTINCT = 15_000


def order(number):
    lines = [{"sku": f"SKU-{number * 7 % 900:04d}-{k}", "qty": 1 + (number + k) % 4} for k in range(2 + number % 4)]
    return json.dumps({"order": number, "customer": f"customer-{number % 777}", "lines": lines})


def send(rows, amount):
    checksum = size = 0
    for row in islice(rows, amount):
        data = row.encode()
        checksum = zlib.crc32(data, checksum)
        size += len(data)
    return checksum, size


ORDERS = (order(n % DISTINCT) for n in count())
print(send(ORDERS, 15_500))
