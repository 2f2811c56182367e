"""Loops that collect small objects with much behind them, and loops that look the same and do not."""

import sys
import traceback
from collections import deque

HELD = []
STREAMS = []
CALLS = []
TREES = {}

LENGTHS = []
POINTS = []
SUMS = []

FAILED = []
REFUSED = []
TRACES = []
BROKEN = []
REASONS = []
NEWEST = deque(maxlen=20)
BARE = []
WORKED_OFF = []
FRAMELESS = []


class Page:
    def __init__(self, number):
        self.number = number
        self.text = f"{number}" * 5_000


class Node:
    def __init__(self, value, following):
        self.value = value
        self.following = following


class Folder:
    def __init__(self, number):
        self.entries = [number + 1_000 * entry for entry in range(200)]


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


def letters(text):
    for letter in text:
        yield letter


def hold_pages_bad():
    for number in range(1_000):
        HELD.append(Page(number))  # expect: LL107


def hold_streams_bad():
    for number in range(2_000):
        STREAMS.append(letters(str(number) * 500))  # expect: LL107


def hold_calls_bad():
    for number in range(2_000):
        text = str(number) * 500
        CALLS.append(lambda text=text: len(text))  # expect: LL107


def hold_folders_bad():
    for number in range(1_000):
        TREES[number] = Folder(number)  # expect: LL107


CHAIN = None


def grow_chain_bad():
    global CHAIN
    for number in range(5_000):
        CHAIN = Node(number * 1_000, CHAIN)  # expect: LL107


def decode(block, number):
    text = block.decode()
    raise ValueError(f"{number}: {len(text)}")


def keep_errors_bad():
    for number in range(1_000):
        block = b"%d" % number * 2_000
        try:
            decode(block, number)
        except ValueError as error:
            FAILED.append(error)  # expect: LL107


async def answer_bad(request):
    # Each error keeps the variables of this function, the body among them.
    body = await request.read()
    try:
        return await request.answer(body)
    except OSError as error:
        REFUSED.append((request.path, error))  # expect: LL107


async def trace_bad(request):
    try:
        return await request.answer()
    except OSError:
        TRACES.append(sys.exc_info())  # expect: LL107


def visit_bad(request):
    try:
        return request.answer()
    except OSError as error:
        BROKEN.append({"path": request.path, "why": error})  # expect: LL107


async def reason_ok(request):
    # The text of the traceback keeps no frame.
    try:
        return await request.answer()
    except OSError:
        REASONS.append(traceback.format_exc())
        del REASONS[:-100]


async def newest_ok(request):
    try:
        return await request.answer()
    except OSError as error:
        NEWEST.append(error)


def bare_ok(request):
    # Without the traceback it is a small object.
    try:
        return request.answer()
    except OSError as error:
        BARE.append(error.with_traceback(None))
        del BARE[:-50]


async def work_off_ok(request):
    try:
        return await request.answer()
    except OSError as error:
        WORKED_OFF.append(error)
        return None


async def report_ok():
    while WORKED_OFF:
        print(WORKED_OFF.pop())


def frameless_ok(request):
    try:
        return request.answer()
    except OSError as error:
        error.__traceback__ = None
        FRAMELESS.append(error)


def all_or_nothing_ok(requests):
    # They go with the function, or with what it raises.
    errors = []
    for request in requests:
        try:
            request.answer()
        except OSError as error:
            errors.append(error)
    if errors:
        raise ExceptionGroup("not answered", errors)


def measure_pages_ok():
    for number in range(1_000):
        LENGTHS.append(len(Page(number).text))  # expect strict: LL101


def small_points_ok():
    # Small all the way down.
    for number in range(300):
        POINTS.append(Point(number, -number))


def drained_ok():
    for number in range(2_000):
        SUMS.append(sum(1 for _ in letters(str(number))))  # expect strict: LL101


def short_chain_ok():
    first = None
    for number in range(5_000):
        first = Node(number * 1_000, None)
    return first.value


hold_pages_bad()
hold_streams_bad()
hold_calls_bad()
hold_folders_bad()
grow_chain_bad()
keep_errors_bad()
measure_pages_ok()
small_points_ok()
drained_ok()
short_chain_ok()
