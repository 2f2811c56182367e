"""Loops that keep long texts, and loops that look the same and do not."""

import json
from collections import deque

PAGES = []
BY_KEY = {}
RECORDS = []
BLOBS = []
DUMPS = []
NAMES = {}

LENGTHS = []
HEADS = deque(maxlen=5)
BANNERS = []
SHARED = []
TITLES = []
LATEST = {}


def keep_pages_bad():
    for _ in range(2_000):
        PAGES.append("page" * 2_500)  # expect: LL103


def keep_values_bad():
    for number in range(1_000):
        BY_KEY[number] = f"{number}" + "x" * 5_000  # expect: LL103


def keep_records_bad():
    for number in range(800):
        RECORDS.append((number, "x" * 10_000))  # expect: LL103


def keep_blobs_bad():
    for number in range(1_000):
        BLOBS.append(("é" * 4_000 + str(number)).encode("utf-8"))  # expect: LL103


def keep_dumps_bad():
    for number in range(1_000):
        DUMPS.append(json.dumps({"number": number, "text": "x" * 5_000}))  # expect: LL103


def keep_keys_bad():
    for number in range(1_000):
        NAMES[f"{number}:" + "x" * 5_000] = number  # expect: LL103


def keep_lengths_ok():
    for _ in range(2_000):
        LENGTHS.append(len("page" * 2_500))  # expect strict: LL101


def keep_heads_ok():
    for _ in range(2_000):
        HEADS.append("page" * 2_500)


def folded_ok():
    # At most 4,096 characters: the compiler makes this text once, and each trip stores a pointer.
    for _ in range(2_000):
        BANNERS.append("page" * 1_000)  # expect strict: LL103


def shared_ok():
    page = "page" * 2_500
    for _ in range(2_000):
        SHARED.append(page)  # expect strict: LL101


def short_ok():
    for number in range(400):
        TITLES.append(f"title of page {number}")


def latest_ok():
    for _ in range(2_000):
        LATEST["page"] = "page" * 2_500


def joined_ok():
    pages = []
    for number in range(500):
        pages.append(str(number) + "x" * 5_000)
    return len("".join(pages))


keep_pages_bad()
keep_values_bad()
keep_records_bad()
keep_blobs_bad()
keep_dumps_bad()
keep_keys_bad()
keep_lengths_ok()
keep_heads_ok()
folded_ok()
shared_ok()
short_ok()
latest_ok()
joined_ok()
