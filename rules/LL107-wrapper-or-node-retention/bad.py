"""Loops that collect small objects with much behind them, and loops that look the same and do not."""

HELD = []
STREAMS = []
CALLS = []
TREES = {}

LENGTHS = []
POINTS = []
SUMS = []


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


def measure_pages_ok():
    for number in range(1_000):
        LENGTHS.append(len(Page(number).text))  # expect strict: LL101


def small_points_ok():
    # Small all the way down.
    for number in range(300):
        POINTS.append(Point(number, -number))


def drained_ok():
    for number in range(2_000):
        SUMS.append(sum(1 for _ in letters(str(number))))


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
measure_pages_ok()
small_points_ok()
drained_ok()
short_chain_ok()
