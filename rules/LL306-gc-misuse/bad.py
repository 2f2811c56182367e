"""The collector of cycles: switched off, told to keep what it finds, asked too often.

A function that ends in ``_bad`` hurts itself; the call is marked. A function that ends in ``_ok`` must stay silent.
"""

import gc
import time


def load(path):
    with open(path) as lines:
        return len(lines.readlines())  # expect: LL108


def switch_off_and_go_bad(path):
    gc.disable()  # expect: LL306
    return load(path)


def lose_it_in_an_exception_bad(path):
    gc.disable()  # expect: LL306
    count = load(path)
    gc.enable()
    return count


def return_early_bad(rows):
    gc.disable()  # expect: LL306
    if not rows:
        return 0
    gc.enable()
    return len(rows)


def keep_all_garbage_bad():
    gc.set_debug(gc.DEBUG_SAVEALL | gc.DEBUG_STATS)  # expect: LL306


def collect_all_the_time_bad():
    for number in range(10_000):
        str(number)
        gc.collect()  # expect: LL306


def switch_on_again_ok(path):
    gc.disable()
    try:
        return load(path)
    finally:
        gc.enable()


def leave_as_found_ok(path):
    was_on = gc.isenabled()
    gc.disable()
    try:
        return load(path)
    finally:
        if was_on:
            gc.enable()


def print_statistics_ok():
    gc.set_debug(gc.DEBUG_STATS)


def collect_afterwards_ok():
    for number in range(10_000):
        str(number)
    gc.collect()


def collect_now_and_then_ok():
    for number in range(10_000):
        if number % 1_000 == 0:
            gc.collect()


def collect_every_minute_ok():
    while True:
        time.sleep(60)
        gc.collect()


def collect_few_times_ok():
    for _ in range(3):
        gc.collect()
