"""Context managers that keep what was collected when they are left, and some that look the same and do not.

A class or function that ends in ``Bad`` or ``_bad`` holds on to memory after its ``with``; the line that grows is marked.
One that ends in ``Ok`` or ``_ok`` must stay silent.
"""

from collections import deque
from contextlib import ExitStack, contextmanager


class RecorderBad:
    def __enter__(self):
        self.lines = []
        return self

    def record(self, count):
        for number in range(count):
            self.lines.append("x" * 2_000 + str(number))  # expect: LL205

    def __exit__(self, *error):
        return False


class SessionBad:
    def __init__(self):
        self.pages = {}

    def __enter__(self):
        return self

    def open(self, number):
        self.pages[number] = bytes(5_000)  # expect: LL205

    def __exit__(self, *error):
        print("left")


class BufferBad:
    # Leaving it empties another list.
    def __enter__(self):
        self.rows = []
        self.errors = []
        return self

    def add(self, number):
        self.rows.append([number] * 500)  # expect: LL205

    def __exit__(self, *error):
        self.errors.clear()


OPEN = []


@contextmanager
def transaction_bad(number):
    OPEN.append("x" * 3_000 + str(number))  # expect: LL205
    yield number


@contextmanager
def page_ok(number):
    yield "x" * 1_000 + str(number)


def enter_many_bad(stack, count):
    for number in range(count):
        stack.enter_context(page_ok(number))  # expect: LL205


class ClientBad:
    # Nothing in this file uses it: whoever imports it does, and each call adds one entry.
    def __init__(self):
        self.sent = []

    def __enter__(self):
        return self

    def send(self, message):
        self.sent.append("x" * 2_000 + message)  # expect: LL205

    def __exit__(self, *error):
        pass


class RecorderOk:
    def __enter__(self):
        self.lines = []
        return self

    def record(self, count):
        for number in range(count):
            self.lines.append("x" * 2_000 + str(number))

    def __exit__(self, *error):
        self.lines.clear()


class RebindingOk:
    def __enter__(self):
        self.lines = []
        return self

    def record(self, count):
        for number in range(count):
            self.lines.append("x" * 2_000 + str(number))

    def __exit__(self, *error):
        self.lines = []


class WindowOk:
    def __enter__(self):
        self.lines = deque(maxlen=100)
        return self

    def record(self, count):
        for number in range(count):
            self.lines.append("x" * 2_000 + str(number))

    def __exit__(self, *error):
        return False


class FewOk:
    def __enter__(self):
        self.lines = []
        return self

    def record(self, count):
        for number in range(count):
            self.lines.append(number)

    def __exit__(self, *error):
        return False


PENDING = []


@contextmanager
def transaction_ok(number):
    PENDING.append("x" * 3_000 + str(number))
    try:
        yield number
    finally:
        PENDING.pop()


def dies_with_the_function_ok():
    # Nobody holds the recorder any longer once the function has returned.
    with RecorderOk() as recorder:
        recorder.record(1_000)
    return 0


recorder = RecorderBad()
with recorder:
    recorder.record(2_000)

session = SessionBad()
with session:
    for number in range(2_000):
        session.open(number)

buffer = BufferBad()
with buffer:
    for number in range(2_000):
        buffer.add(number)

stack = ExitStack()
enter_many_bad(stack, 2_000)

for number in range(2_000):
    with transaction_bad(number):
        pass
    with transaction_ok(number):
        pass

for manager in (RecorderOk(), RebindingOk(), WindowOk(), FewOk()):
    with manager:
        manager.record(400)

dies_with_the_function_ok()
