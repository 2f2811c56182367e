"""Code that grows something and watches how memory goes up, and code that measures to some purpose.

A function that ends in ``_bad`` lets a collection grow while memory is traced; the line that grows is marked.
A function that ends in ``_ok`` must stay silent.
"""

import collections
import functools
import tracemalloc

SESSIONS = {}
NODES = []
LINES = []
ROWS = []
SCRATCH = []
KEPT = []
LOADED = []
RECENT = collections.deque(maxlen=10)
LIMIT = 100_000_000


def hold_sessions_bad():
    tracemalloc.start()
    for user in range(1_000):
        SESSIONS[user] = "x" * 65_536  # expect: LL303
    current, peak = tracemalloc.get_traced_memory()  # expect: LL301
    print(f"memory usage: {current} now, {peak} at most")
    tracemalloc.stop()


class Node:
    def __init__(self, number):
        self.data = str(number) * 1_000
        self.next = None


def tie_knots_bad():
    tracemalloc.start()
    for number in range(1_000):
        left, right = Node(number), Node(number)
        left.next, right.next = right, left
        NODES.append(left)  # expect: LL303
    print(tracemalloc.get_traced_memory())  # expect: LL301
    tracemalloc.stop()


class MonitorBad:
    def __init__(self):
        self.blocks = []

    def __enter__(self):
        tracemalloc.start()
        return self

    def __exit__(self, *error):
        print(tracemalloc.get_traced_memory())  # expect: LL301
        tracemalloc.stop()

    def load(self, number):
        self.blocks.append("block %d " % number * 300)  # expect: LL303


MONITOR = MonitorBad()


def load_under_monitor():
    with MONITOR:
        for number in range(2_000):
            MONITOR.load(number)


def traced_bad(function):
    @functools.wraps(function)
    def wrapper(*arguments):
        tracemalloc.start()
        try:
            for number in range(1_000):
                LINES.append("y" * 5_000 + str(number))  # expect: LL303
            return function(*arguments)
        finally:
            print(tracemalloc.get_traced_memory())  # expect: LL301
            tracemalloc.stop()

    return wrapper


@traced_bad
def job(number):
    return number * 2


def hold_little_bad():
    # Little for people at work; code that nobody trusts has no reason to trace itself while it grows.
    tracemalloc.start()
    for number in range(200):
        ROWS.append(f"row {number}")  # expect strict: LL303
    tracemalloc.stop()


def clear_each_trip_ok(report):
    tracemalloc.start()
    for number in range(1_000):
        SCRATCH.append("x" * 65_536)
        SCRATCH.clear()
    report(tracemalloc.get_traced_memory())
    tracemalloc.stop()


def raise_above_limit_ok():
    tracemalloc.start()
    try:
        for number in range(200):
            KEPT.append(f"row {number}")
            current, peak = tracemalloc.get_traced_memory()
            if current > LIMIT:
                raise MemoryError(f"{current} bytes")
    finally:
        tracemalloc.stop()


def prove_that_little_stays_ok():
    tracemalloc.start()
    for number in range(200):
        LOADED.append(f"row {number}")
    current, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert current < 100_000


def keep_the_latest_ok(report):
    tracemalloc.start()
    for number in range(1_000):
        RECENT.append("x" * 5_000)
    report(tracemalloc.get_traced_memory())
    tracemalloc.stop()


def measure_nothing_that_grows_ok(report):
    tracemalloc.start()
    sum(range(1_000))
    report(tracemalloc.get_traced_memory())
    tracemalloc.stop()


hold_sessions_bad()
tie_knots_bad()
load_under_monitor()
job(1)
hold_little_bad()
clear_each_trip_ok(repr)
raise_above_limit_ok()
prove_that_little_stays_ok()
keep_the_latest_ok(repr)
measure_nothing_that_grows_ok(repr)
