"""Segmented sieve."""
from array import array
from math import isqrt

LIMIT = 1_500_000
SIZE = 50_000


def small_primes(limit):
    flags = bytearray([1]) * (limit + 1)
    flags[0:2] = b"\0\0"
    for p in range(2, isqrt(limit) + 1):
        if flags[p]:
            flags[p * p::p] = bytes(len(range(p * p, limit + 1, p)))
    return array("I", (n for n, f in enumerate(flags) if f))


base = small_primes(isqrt(LIMIT))
segments = {}
count = 0
for low in range(0, LIMIT, SIZE):
    flags = segments.setdefault(SIZE, bytearray(SIZE))
    flags[:] = b"\1" * SIZE
    if low == 0:
        flags[0:2] = b"\0\0"
    for p in base:
        first = max(p * p, (low + p - 1) // p * p)
        if first < low + SIZE:
            flags[first - low::p] = bytes(len(range(first - low, SIZE, p)))
    count += flags.count(1)
print(count)
