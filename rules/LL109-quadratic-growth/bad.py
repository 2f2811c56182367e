"""Loops that copy all that came before on each trip, and loops that look the same and do not."""

import numpy as np


class ReportBad:
    def __init__(self):
        self.text = ""
        self.parts = []

    def write_bad(self):
        for number in range(20_000):
            self.text += f"line {number}\n"  # expect: LL109

    def write_ok(self):
        for number in range(1_000):
            self.parts.append(f"line {number}\n")
        self.parts = ["".join(self.parts)]


def extend_list_bad():
    numbers = []
    for number in range(10_000):
        numbers = numbers + [number]  # expect: LL109
    return len(numbers)


def extend_bytes_bad():
    data = b""
    for number in range(20_000):
        data += number.to_bytes(4, "big")  # expect: LL109
    return len(data)


def extend_tuple_bad():
    numbers = ()
    for number in range(10_000):
        numbers += (number,)  # expect: LL109
    return len(numbers)


def FN_append_array_bad():
    # Arrays that a name is bound to anew are not compared by length.
    values = np.zeros(0)
    for number in range(10_000):
        values = np.append(values, number)
    return len(values)


def local_text_ok():
    # CPython lengthens a text in place when nothing else refers to it.
    text = ""
    for number in range(20_000):
        text += f"line {number}\n"
    return len(text)


def join_ok():
    lines = []
    for number in range(2_000):
        lines.append(f"line {number}\n")
    return len("".join(lines))


def extend_in_place_ok():
    numbers = []
    for number in range(10_000):
        numbers += [number]
    return len(numbers)


def few_ok():
    numbers = []
    for number in range(20):
        numbers = numbers + [number]
    return len(numbers)


report = ReportBad()
report.write_bad()
report.write_ok()
extend_list_bad()
extend_bytes_bad()
extend_tuple_bad()
FN_append_array_bad()
local_text_ok()
join_ok()
extend_in_place_ok()
few_ok()
