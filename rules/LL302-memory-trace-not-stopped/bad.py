"""Tracing that is switched on, and perhaps off again.

A function that ends in ``_bad`` can be left with tracing still on; the call that starts it is marked.
A function that ends in ``_ok`` stops it on every way out, or has somebody who does.
"""

import contextlib
import tracemalloc
import unittest


def load(path):
    with open(path) as lines:
        return len(lines.readlines())  # expect: LL108


def trace_and_forget_bad(path):
    tracemalloc.start()  # expect: LL302
    return load(path)


def return_early_bad(rows):
    tracemalloc.start()  # expect: LL302
    if not rows:
        return 0
    total = sum(rows)
    tracemalloc.stop()
    return total


def lose_it_in_an_exception_bad(path):
    tracemalloc.start()  # expect: LL302
    count = load(path)
    tracemalloc.stop()
    return count


def stop_on_some_errors_bad(path):
    tracemalloc.start()  # expect: LL302
    try:
        load(path)
    except OSError:
        tracemalloc.stop()
        raise
    tracemalloc.stop()


def stop_in_one_branch_bad(quiet):
    tracemalloc.start()  # expect: LL302
    if quiet:
        tracemalloc.stop()


@contextlib.contextmanager
def traced_block():
    tracemalloc.start()
    yield
    tracemalloc.stop()  # expect: LL209


def stop_in_finally_ok(path):
    tracemalloc.start()
    try:
        return load(path)
    finally:
        tracemalloc.stop()


def nothing_in_between_ok(rows):
    tracemalloc.start()
    current, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return current + peak


def stop_on_any_error_ok(path):
    tracemalloc.start()
    try:
        load(path)
    except BaseException:
        tracemalloc.stop()
        raise
    tracemalloc.stop()


def under_one_flag_ok(path, traced):
    if traced:
        tracemalloc.start()
    try:
        return load(path)
    finally:
        if traced:
            tracemalloc.stop()


def leave_as_found_ok(path):
    was_on = tracemalloc.is_tracing()
    if not was_on:
        tracemalloc.start()
    try:
        return load(path)
    finally:
        if not was_on:
            tracemalloc.stop()


def stop_with_the_stack_ok(path):
    with contextlib.ExitStack() as stack:
        tracemalloc.start()
        stack.callback(tracemalloc.stop)
        return load(path)


@contextlib.contextmanager
def traced_block_ok():
    tracemalloc.start()
    try:
        yield
    finally:
        tracemalloc.stop()


class ImportTestOk(unittest.TestCase):
    def setUp(self):
        tracemalloc.start()

    def tearDown(self):
        tracemalloc.stop()
