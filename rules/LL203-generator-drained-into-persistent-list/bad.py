"""Loops that store all that a generator yields, and loops that use each item as it comes.

A function that ends in ``_bad`` holds on to memory after it has returned; the line that grows is marked.
A function that ends in ``_ok`` must stay silent.
"""

from collections import deque
from itertools import islice

PAGES = []
LINES = []
ROWS = []
FIRST = []
LATEST = deque(maxlen=10)
CACHE = {}
BATCH = []


def pages(count):
    for number in range(count):
        yield "x" * 10_000 + str(number)


def keep_each_bad():
    for page in pages(2_000):
        PAGES.append(page)  # expect: LL203


def extend_bad():
    LINES.extend(pages(2_000))  # expect: LL203


def add_all_bad():
    global ROWS
    ROWS += pages(2_000)  # expect: LL203


def list_of_bad():
    global KEPT
    KEPT = list(pages(2_000))  # expect: LL203


def by_number_bad():
    for number, page in enumerate(pages(2_000)):
        CACHE[number] = page  # expect: LL203


class ReaderBad:
    def __init__(self):
        self.pages = []

    def read(self):
        for page in pages(2_000):
            self.pages.append(page)  # expect: LL203


def measure_ok():
    total = 0
    for page in pages(2_000):
        total += len(page)
    return total


def pass_on_ok():
    for page in pages(2_000):
        yield page.upper()


def latest_ok():
    for page in pages(2_000):
        LATEST.append(page[:100])


def first_ok():
    for page in islice(pages(2_000), 5):
        FIRST.append(page)


def worked_off_ok():
    for page in pages(2_000):
        BATCH.append(page)
        if len(BATCH) == 5:
            BATCH.clear()


def local_ok():
    # Four megabytes at the peak, nothing once the function has returned.
    kept = list(pages(400))
    return len(kept)


reader = ReaderBad()
reader.read()
keep_each_bad()
extend_bad()
add_all_bad()
list_of_bad()
by_number_bad()
measure_ok()
for page in pass_on_ok():
    pass
latest_ok()
first_ok()
worked_off_ok()
local_ok()
