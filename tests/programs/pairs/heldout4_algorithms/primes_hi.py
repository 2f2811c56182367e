"""A sieve of Eratosthenes that remembers its last flags for the next one."""
from math import isqrt


class Sieve:
    def __init__(self, limit):
        self.limit = limit
        self.count = 0
        self.tail = b""

    def run(self):
        flags = bytearray(b"\x01") * (self.limit + 1)
        flags[0:2] = b"\x00\x00"
        for p in range(2, isqrt(self.limit) + 1):
            if flags[p]:
                flags[p * p::p] = bytes((self.limit - p * p) // p + 1)
        self.count = flags.count(1)
        view = memoryview(flags)
        self.tail = bytes(view[-64:])
        return self

    def last_primes(self):
        first = self.limit + 1 - len(self.tail)
        return [first + n for n, flag in enumerate(self.tail) if flag]


sieve = Sieve(24_000_000).run()
print(sieve.count, sieve.last_primes())
