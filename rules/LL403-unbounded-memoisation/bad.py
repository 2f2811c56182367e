"""Results that are kept for every argument, and those that make room.

A function that ends in ``_bad`` fills a cache without a limit, or is one; the line is marked.
A function that ends in ``_ok`` must stay silent.
"""

import enum
import functools
from functools import cache, lru_cache
from typing import Literal

ANSWERS = {}
PAGES = {}
RECENT = {}
TABLE = {}
SEEN = {}


class Colour(enum.Enum):
    RED = 1
    GREEN = 2


@cache  # expect: LL403
def parse_query_bad(query: str):
    return query.split("&")


@functools.lru_cache(maxsize=None)  # expect: LL403
def user_name_bad(user_id):
    return f"user {user_id}"


@lru_cache(maxsize=None)
def render(number):
    return "x" * (10_000 + number)


def render_all_bad():
    for number in range(3_000):
        render(number)  # expect: LL403


def answer_bad(question):
    if question not in ANSWERS:
        ANSWERS[question] = "x" * 20_000 + str(question)  # expect: LL403
    return ANSWERS[question]


def ask_all():
    for question in range(2_000):
        answer_bad(question)


def page_bad(number):
    found = PAGES.get(number)
    if found is None:
        found = PAGES[number] = bytes(50_000 + number)  # expect: LL403
    return found


@lru_cache(maxsize=64)  # expect: LL403
def lines_bad(path):
    # A generator is used up by its first reader.
    with open(path) as file:
        yield from file


@cache  # expect: LL403
async def fetch_bad(url):
    # A coroutine can be awaited once.
    return url


@lru_cache(maxsize=1024)
def parse_query_ok(query: str):
    return query.split("&")


@cache
def settings_ok():
    # No argument, one entry.
    return {"debug": False}


@cache
def hexadecimal_ok(colour: Colour, upper: bool, style: Literal["short", "long"]):
    # As many entries as there are combinations.
    return (hex(colour.value), upper, style)


@lru_cache(maxsize=None)
def lookup_ok(name):
    # lookup_ok.cache_clear() is called below.
    return [name]


def refresh_ok():
    lookup_ok.cache_clear()


def distance_ok(left, right):
    # The memo of one call goes with the call.
    @cache
    def step(i, j):
        if i == 0 or j == 0:
            return i + j
        return min(step(i - 1, j), step(i, j - 1)) + (left[i - 1] != right[j - 1])

    return step(len(left), len(right))


def recent_ok(number):
    if number not in RECENT:
        if len(RECENT) >= 100:
            RECENT.clear()
        RECENT[number] = "x" * 200 + str(number)
    return RECENT[number]


def table_ok(number):
    # Few keys and small answers.
    if number not in TABLE:
        TABLE[number] = number * number
    return TABLE[number]


ask_all()
for number in range(1_000):
    page_bad(number)
    recent_ok(number)
for number in range(100):
    table_ok(number)
render_all_bad()
