"""Defaults that grow with every call, and defaults that look the same and do not.

A function or class that ends in ``_bad`` or ``Bad`` holds on to memory after it has returned; the line that grows is marked.
One that ends in ``_ok`` or ``Ok`` must stay silent.
"""

from contextvars import ContextVar

TRACE = ContextVar("trace", default=[])
GROUPS = dict.fromkeys(["open", "closed"], [])


def collect_bad(number, seen=[]):
    seen.append("x" * 1_000 + str(number))  # expect: LL206
    return seen


def render_bad(number, *, pages={}):
    pages[number] = "x" * 1_000 + str(number)  # expect: LL206
    return pages[number]


class JobBad:
    def __init__(self, steps=[]):
        self.steps = steps

    def add(self, number):
        self.steps.append("x" * 1_000 + str(number))  # expect: LL206


def trace_bad(number):
    TRACE.get().append("x" * 1_000 + str(number))  # expect: LL206


def group_bad(number):
    GROUPS["open"].append("x" * 1_000 + str(number))  # expect: LL206


def handle_bad(request, history=[]):
    # Nothing in this file calls it: whoever imports it does, and each call adds one entry.
    history.append(request)  # expect: LL206


def collect_ok(number, seen=None):
    seen = [] if seen is None else seen
    seen.append("x" * 1_000 + str(number))
    return seen


def copy_ok(number, seen=[]):
    seen = list(seen)
    seen.append("x" * 1_000 + str(number))
    return seen


def read_ok(number, known=["a", "b"]):
    return number in known


def own_list_ok(number, seen=[]):
    seen.append("x" * 1_000 + str(number))
    return len(seen)


def memo_ok(number, cache={}):
    if number not in cache:
        if len(cache) >= 20:
            cache.clear()
        cache[number] = "x" * 1_000 + str(number)
    return cache[number]


class StepsOk:
    def __init__(self, steps=()):
        self.steps = list(steps)

    def add(self, number):
        self.steps.append("x" * 1_000 + str(number))


for number in range(2_000):
    collect_bad(number)
    render_bad(number)
    JobBad().add(number)
    trace_bad(number)
    group_bad(number)
    collect_ok(number)
    copy_ok(number)
    read_ok(number)
    own_list_ok(number, [])
    memo_ok(number)
    StepsOk().add(number)
