"""Measuring memory: to look at it, and to do something about it.

A function that ends in ``_bad`` measures and only shows the number; the line that measures is marked.
A function that ends in ``_ok`` acts on the number, or gives it to somebody who can.
"""

import logging
import os
import resource
import tracemalloc

import psutil
from memory_profiler import profile

LOG = logging.getLogger(__name__)
LIMIT = 500 * 1024 * 1024
CACHE = {}


def work():
    return sum(range(1_000))


def print_traced_bad():
    current, peak = tracemalloc.get_traced_memory()  # expect: LL301
    print(f"now {current / 1024} KiB, at most {peak / 1024} KiB")


def log_resident_bad():
    size = psutil.Process(os.getpid()).memory_info().rss  # expect: LL301
    LOG.info("resident: %d", size)


def print_most_resident_bad():
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)  # expect: LL301


def print_largest_bad():
    snapshot = tracemalloc.take_snapshot()  # expect: LL301
    for line in snapshot.statistics("lineno")[:10]:
        print(line)


def print_difference_bad():
    before = tracemalloc.get_traced_memory()[0]  # expect: LL301
    work()
    after = tracemalloc.get_traced_memory()[0]
    print("left behind:", after - before)


def drop_reading_bad():
    tracemalloc.get_traced_memory()  # expect: LL301


@profile  # expect: LL301
def sort_rows(rows):
    return sorted(rows)


def resident():
    return psutil.Process().memory_info().rss


def raise_above_limit_ok():
    current, peak = tracemalloc.get_traced_memory()
    print(f"now {current / 1024} KiB, at most {peak / 1024} KiB")
    if current > LIMIT:
        raise MemoryError(f"{current} bytes")


def assert_difference_ok():
    before = tracemalloc.get_traced_memory()[0]
    work()
    after = tracemalloc.get_traced_memory()[0]
    assert after - before < 10_000


def stop_loop_ok(pages):
    for page in pages:
        page.load()
        if psutil.virtual_memory().percent > 90:
            break


def shed_load_ok():
    size = psutil.Process(os.getpid()).memory_info().rss
    LOG.info("resident: %d", size)
    if size > LIMIT:
        CACHE.clear()


def give_to_metrics_ok(gauge):
    gauge.set(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def give_to_caller_ok():
    return tracemalloc.get_traced_memory()[1]


def ask_helper_ok():
    if resident() > LIMIT:
        raise MemoryError
