"""Generators that carry a growing collection from yield to yield, and some that look the same and do not.

A generator that ends in ``_bad`` holds on to more with every item; the line that grows is marked.
One that ends in ``_ok`` must stay silent.
"""

from collections import deque


def running_rows_bad(count):
    rows = []
    for number in range(count):
        rows.append("x" * 1_000 + str(number))  # expect: LL202
        yield rows


def with_history_bad(count):
    history = {}
    for number in range(count):
        history[number] = "x" * 1_000 + str(number)  # expect: LL202
        yield number


def endless_bad():
    rows = []
    number = 0
    while True:
        rows.append([number] * 100)  # expect: LL202
        number += 1
        yield rows


def nested_bad(count):
    state = []

    def inner():
        for number in range(count):
            state.append("x" * 1_000 + str(number))  # expect: LL202
            yield state[-1]

    yield from inner()


def local_consumer_bad(count):
    # Whoever loops over it to its end holds it as long: in a gate that is enough.
    seen = []
    for number in range(count):
        seen.append("x" * 1_000 + str(number))  # expect strict: LL202
        yield number


def single_rows_ok(count):
    for number in range(count):
        yield "x" * 1_000 + str(number)


def batches_ok(count):
    batch = []
    for number in range(count):
        batch.append("x" * 1_000 + str(number))
        if len(batch) == 20:
            yield batch
            batch = []


def cleared_ok(count):
    rows = []
    for number in range(count):
        rows.append("x" * 1_000 + str(number))
        yield rows
        rows.clear()


def window_ok(count):
    window = deque(maxlen=10)
    for number in range(count):
        window.append("x" * 1_000 + str(number))
        yield window


def collect_first_ok(count):
    # A peak, not a growth from yield to yield.
    rows = []
    for number in range(count):
        rows.append("x" * 1_000 + str(number))
    rows.sort()
    yield from rows


running = running_rows_bad(2_000)
history = with_history_bad(2_000)
endless = endless_bad()
nested = nested_bad(2_000)
single = single_rows_ok(2_000)
batches = batches_ok(2_000)
cleared = cleared_ok(2_000)
window = window_ok(2_000)
for number in range(1_999):
    next(running)
    next(history)
    next(endless)
    next(nested)
    next(single)
    next(cleared)
    next(window)
for number in range(99):
    next(batches)

total = 0
for number in local_consumer_bad(2_000):
    total += number
for row in collect_first_ok(400):
    total += len(row)
