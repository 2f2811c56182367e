"""Statements that look like a release: those that free nothing, and those that do.

A function that ends in ``_bad`` believes it lets go; the line that deceives is marked.
A function that ends in ``_ok`` must stay silent.
"""

import gc
from collections import Counter, defaultdict

PAGES = []
ROWS = []
TABLE = []
TEXTS = []
LINES = []
DRAFTS = []
SHEETS = []
BATCHES = []
RECORDS = []
HELD = []
VISITS = Counter()
ROOMS = defaultdict(set)
TALLY = Counter()
HALLS = defaultdict(set)
BUFFER = []
PARTS = []
QUEUE = []


def drop_the_name_bad():
    for _ in range(1_000):
        page = "x" * 20_000
        PAGES.append(page)  # expect: LL103
        del page  # expect: LL409


def bind_none_bad():
    for _ in range(1_000):
        row = bytearray(5_000)
        ROWS.append(row)  # expect: LL103
        row = None  # expect: LL409


def collect_garbage_bad():
    for _ in range(1_000):
        TABLE.append(bytearray(5_000))  # expect: LL103
        gc.collect()  # expect: LL409


def clear_a_copy_bad():
    for _ in range(1_000):
        TEXTS.append(bytearray(5_000))  # expect: LL103
        list(TEXTS).clear()  # expect: LL409


def clear_a_slice_bad():
    for _ in range(1_000):
        LINES.append(bytearray(5_000))  # expect: LL103
        LINES[:].clear()  # expect: LL409


def fill_drafts_bad():
    for _ in range(1_000):
        DRAFTS.append(bytearray(5_000))  # expect: LL103
    return len(DRAFTS)
    DRAFTS.clear()  # expect: LL409


def never_reached_bad():
    for _ in range(1_000):
        SHEETS.append(bytearray(5_000))  # expect: LL103
        if False:
            SHEETS.clear()  # expect: LL409


def forget_bad(batches):
    print(len(batches))
    batches = []  # expect: LL409


def forget_the_name():
    for _ in range(1_000):
        BATCHES.append(bytearray(5_000))  # expect: LL103
        forget_bad(BATCHES)


def reset_records_bad():
    # Without global this is another name.
    RECORDS = []  # expect: LL409


def fill_records():
    for _ in range(1_000):
        RECORDS.append(bytearray(5_000))  # expect: LL103
        reset_records_bad()


class HandleBad:
    def __init__(self):
        self.buffer = bytearray(5_000)

    def __del__(self):
        print("released")  # expect: LL409


def hold_handles():
    for _ in range(1_000):
        HELD.append(HandleBad())  # expect: LL107


def visit(user):
    VISITS[user] += 1


def leave_bad(user):
    VISITS[user] -= 1  # expect: LL409


def enter_room(room, user):
    ROOMS[room].add(user)


def leave_room_bad(room, user):
    ROOMS[room].discard(user)  # expect: LL409


def clear_the_list_ok():
    for _ in range(1_000):
        page = bytearray(5_000)
        BUFFER.append(page)
        del page
        BUFFER.clear()


def take_out_again_ok():
    for _ in range(1_000):
        part = bytearray(5_000)
        PARTS.append(part)
        PARTS.pop()
        del part


def queue_ok():
    for _ in range(1_000):
        QUEUE.append(bytearray(5_000))
        if len(QUEUE) >= 10:
            del QUEUE[:]
        gc.collect()


def count_ok(user):
    TALLY[user] += 1


def uncount_ok(user):
    TALLY[user] -= 1
    if not TALLY[user]:
        del TALLY[user]


def enter_hall_ok(hall, user):
    HALLS[hall].add(user)


def leave_hall_ok(hall, user):
    HALLS[hall].discard(user)
    if not HALLS[hall]:
        HALLS.pop(hall)


def dropped_locals_ok():
    for _ in range(1_000):
        page = bytearray(5_000)
        del page
    gc.collect()


def few_ok():
    # Nothing worth a word is kept.
    kept = []
    for number in range(10):
        item = [number]
        kept.append(item)
        del item
    return kept


drop_the_name_bad()
bind_none_bad()
collect_garbage_bad()
clear_a_copy_bad()
clear_a_slice_bad()
fill_drafts_bad()
never_reached_bad()
forget_the_name()
fill_records()
hold_handles()
clear_the_list_ok()
take_out_again_ok()
queue_ok()
dropped_locals_ok()
few_ok()
