"""Code that grows something and watches how memory goes up, and code that measures to some purpose.

A function that ends in ``_bad`` lets a collection grow while memory is traced; the line that grows is marked.
A function that ends in ``_ok`` must stay silent.
"""

import collections
import functools
import resource
import tracemalloc

import psutil
from guppy import hpy
from memory_profiler import profile
from pympler.tracker import SummaryTracker

SESSIONS = {}
NODES = []
LINES = []
ROWS = []
SCRATCH = []
KEPT = []
LOADED = []
BLOCKS = []
PAGES = []
RECORDS = []
TABLES = []
CELLS = []
SCRATCH_BLOCKS = []
CHECKED = []
TRIED = []
RECENT = collections.deque(maxlen=10)
RECENT_BLOCKS = collections.deque(maxlen=10)
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


def resident():
    return psutil.Process().memory_info().rss  # expect: LL301


def watch_the_process_bad():
    before = resident()
    for number in range(1_000):
        BLOCKS.append("z" * 5_000 + str(number))  # expect: LL303
    print(f"{resident() - before} bytes more")


def watch_the_maximum_bad():
    for number in range(1_000):
        PAGES.append("y" * 5_000 + str(number))  # expect: LL303
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)  # expect: LL301


@profile  # expect: LL301
def watch_every_line_bad():
    for number in range(1_000):
        RECORDS.append("x" * 5_000 + str(number))  # expect: LL303


def watch_the_heap_bad():
    heap = hpy()
    print(heap.heap())  # expect: LL301
    for number in range(1_000):
        TABLES.append("w" * 5_000 + str(number))  # expect: LL303
    print(heap.heap())


def fill_cells_bad():
    for number in range(1_000):
        CELLS.append("v" * 5_000 + str(number))  # expect: LL303


def watch_a_function():
    tracker = SummaryTracker()
    tracker.print_diff()  # expect: LL301
    fill_cells_bad()
    tracker.print_diff()


def watch_and_clear_ok():
    before = resident()
    for number in range(1_000):
        SCRATCH_BLOCKS.append("z" * 5_000 + str(number))
        SCRATCH_BLOCKS.clear()
    print(f"{resident() - before} bytes more")


def watch_and_stop_ok():
    for number in range(200):
        CHECKED.append(f"row {number}")
        if psutil.Process().memory_info().rss > LIMIT:
            raise MemoryError("too much")


def watch_and_prove_ok():
    before = psutil.Process().memory_info().rss
    for number in range(200):
        TRIED.append(f"row {number}")
    assert psutil.Process().memory_info().rss - before < LIMIT


def watch_the_latest_ok():
    before = resident()
    for number in range(1_000):
        RECENT_BLOCKS.append("z" * 5_000 + str(number))
    print(f"{resident() - before} bytes more")


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
watch_the_process_bad()
watch_the_maximum_bad()
watch_every_line_bad()
watch_the_heap_bad()
watch_a_function()
watch_and_clear_ok()
watch_and_stop_ok()
watch_and_prove_ok()
watch_the_latest_ok()
