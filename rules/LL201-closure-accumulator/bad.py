"""Inner functions that fill a collection of the function around them, and inner functions that look the same and do not.

A function that ends in ``_bad`` holds on to memory with every call of what it returns; the line that grows is marked.
A function that ends in ``_ok`` must stay silent.
"""

from collections import deque
from functools import partial


def make_recorder_bad():
    history = []

    def record(line):
        history.append(line * 5_000)  # expect: LL201

    return record


def make_index_bad():
    seen = {}

    def remember(key):
        seen[key] = "x" * 2_000  # expect: LL201

    return remember


def make_sampler_bad():
    samples = []
    return lambda value: samples.append([value] * 500)  # expect: LL201


def make_inbox_bad():
    state = {"messages": []}

    def receive(message):
        state["messages"].append(message.upper())  # expect: LL201

    return receive


def make_partial_bad():
    kept = []

    def keep(lines, text):
        lines.append(text * 3_000)  # expect: LL201

    return partial(keep, kept)


def make_transcript_bad():
    text = ""

    def add(line):
        nonlocal text
        text += line * 500  # expect: LL201

    return add


def make_keyword_partial_bad():
    kept = []

    def keep(text, *, lines):
        lines.append(text * 3_000)  # expect: LL201

    return partial(keep, lines=kept)


def fill_with_helper_bad():
    rows = []

    def add_rows(count):
        for row in range(count):
            rows.append("x" * 100_000 + str(row))  # expect: LL201

    add_rows(1_009)
    return len(rows)


def make_window_ok():
    history = deque(maxlen=10)

    def record(line):
        history.append(line * 1_000)

    return record


def make_counter_ok():
    count = 0

    def record(line):
        nonlocal count
        count += len(line)
        return count

    return record


def make_fresh_recorder_ok():
    def record(line):
        history = []
        history.append(line * 5_000)
        return history

    return record


def make_batcher_ok():
    batch = []

    def record(line):
        batch.append(line * 5_000)
        if len(batch) == 20:
            batch.clear()

    return record


def make_latest_text_ok():
    text = ""

    def add(line):
        nonlocal text
        text = line * 500
        return len(text)

    return add


def make_pair_ok():
    history = []

    def record(line):
        history.append(line * 5_000)

    def drain():
        lines = list(history)
        history.clear()
        return lines

    return record, drain


def make_latest_ok():
    latest = {}

    def remember(line):
        latest["line"] = line * 5_000

    return remember


def walk_ok(tree):
    found = []

    def visit(node):
        found.append(node.name)
        for child in node.children:
            visit(child)

    visit(tree)
    return found


def run():
    functions = [
        make_recorder_bad(),
        make_index_bad(),
        make_partial_bad(),
        make_transcript_bad(),
        make_keyword_partial_bad(),
        make_window_ok(),
        make_counter_ok(),
        make_fresh_recorder_ok(),
        make_batcher_ok(),
        make_latest_ok(),
        make_latest_text_ok(),
    ]
    for number in range(2_000):
        for function in functions:
            function(str(number))
    return functions


record, drain = make_pair_ok()
for number in range(2_000):
    record(str(number))
    if number % 10 == 9:
        drain()

functions = run()
sample = make_sampler_bad()
for number in range(2_000):
    sample(number)

receive = make_inbox_bad()
fill_with_helper_bad()
