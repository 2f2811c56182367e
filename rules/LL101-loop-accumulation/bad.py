"""Loops that keep what they make, and loops that look the same and do not.

A function that ends in ``_bad`` holds on to memory after it has returned; the line that grows is marked.
A function that ends in ``_ok`` must stay silent.
"""

SESSIONS = {}
PAGES = []
SEEN = set()
ROWS = []
TABLE = []
DRAFTS = []
LEDGER = []

BATCH = []
CURRENT = []
BANNERS = []
LATEST = {}
COPIES = []
SETTINGS = []
FLAGS = set()


def open_sessions_bad():
    for user in range(2_000):
        SESSIONS[user] = [user] * 8_192  # expect: LL101


def keep_pages_bad():
    for _ in range(3_000):
        page = [0] * 2_500
        PAGES.append(page)  # expect: LL101
        del page  # drops the name; PAGES still holds the list  # expect: LL409


def remember_numbers_bad():
    number = 0
    while number < 200_000:
        SEEN.add(number)  # expect: LL101
        number += 1


def collect_rows_bad():
    for _ in range(10_000):
        ROWS.extend([0] * 50)  # expect: LL101


def fill_bad(table, rows):
    for row in range(rows):
        table.append([row] * 100)  # expect: LL101


def write_drafts_bad():
    for _ in range(2_000):
        DRAFTS.append(list(range(500)))  # expect: LL101


def clear_too_early_bad():
    LEDGER.clear()
    for _ in range(500):
        LEDGER.append([0] * 1_250)  # expect: LL101


def clear_each_trip_ok():
    for _ in range(3_000):
        BATCH.append("x" * 20_000)
        BATCH.clear()


def rebind_each_trip_ok():
    global CURRENT
    for _ in range(3_000):
        CURRENT = []
        CURRENT.append("x" * 20_000)


def folded_constant_ok():
    # The compiler makes this text once; every trip stores one more pointer to it.
    for _ in range(2_000):
        BANNERS.append("x" * 1_000)  # expect strict: LL103


def same_key_ok():
    for _ in range(3_000):
        LATEST["page"] = "x" * 20_000


def shared_object_ok():
    page = "x" * 20_000
    for _ in range(3_000):
        COPIES.append(page)  # expect strict: LL101


def few_and_small_ok():
    for number in range(100):
        SETTINGS.append([number] * 10)


def same_member_ok():
    for _ in range(200_000):
        FLAGS.add("ready")


def local_result_ok():
    # Ten megabytes at the peak, nothing once the function has returned.
    pages = []
    for _ in range(500):
        pages.append("x" * 20_000)  # expect strict: LL103
    return len(pages)


open_sessions_bad()
keep_pages_bad()
remember_numbers_bad()
collect_rows_bad()
fill_bad(TABLE, 5_000)
write_drafts_bad()
clear_too_early_bad()
clear_each_trip_ok()
rebind_each_trip_ok()
folded_constant_ok()
same_key_ok()
shared_object_ok()
few_and_small_ok()
same_member_ok()
local_result_ok()
