"""Expressions that take very much at once, and expressions that look the same and do not."""

import numpy as np


def many_zeros_bad():
    return len([0] * 10**9)  # expect: LL110


def big_buffer_bad():
    buffer = bytearray(1 << 31)  # expect: LL110
    return len(buffer)


def long_text_bad():
    return len("x" * 10**9)  # expect: LL110


def square_bad():
    return np.ones((20_000, 20_000)).sum()  # expect: LL110


def all_numbers_bad():
    return len(list(range(50_000_000)))  # expect: LL110


def padded_bad():
    return len(" ".ljust(10**9))  # expect: LL110


def few_zeros_ok():
    return len([0] * 10**6)


def range_ok():
    # Three numbers: start, stop and step.
    return len(range(10**9))


def small_buffer_ok():
    buffer = bytearray(1 << 20)
    return len(buffer)


def one_by_one_ok():
    return sum(number for number in range(50_000_000))


def of_unknown_size_ok(count):
    return len([0] * count)


many_zeros_bad()
big_buffer_bad()
long_text_bad()
square_bad()
all_numbers_bad()
padded_bad()
few_zeros_ok()
range_ok()
small_buffer_ok()
one_by_one_ok()
