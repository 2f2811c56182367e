"""Decorators that keep something of every call, and decorators that look the same and do not.

A function or class that ends in ``_bad`` or ``Bad`` makes what it decorates hold on to memory; the line that grows is marked.
One that ends in ``_ok`` or ``Ok`` must stay silent.
"""

from collections import deque
from functools import lru_cache, wraps

LOG = []


def remember_bad(function):
    results = []

    @wraps(function)
    def wrapper(*args):
        result = function(*args)
        results.append(result)  # expect: LL204
        return result

    return wrapper


def count_calls_bad(function):
    def wrapper(page):
        wrapper.calls.append([page] * 200)  # expect: LL204
        return function(page)

    wrapper.calls = []
    return wrapper


class TraceBad:
    def __init__(self, function):
        self.function = function
        self.trace = []

    def __call__(self, page):
        self.trace.append("x" * 5_000 + str(page))  # expect: LL204
        return self.function(page)


def sample_bad(size):
    samples = []

    def decorate(function):
        def wrapper(page):
            for _ in range(10):
                samples.append(bytes(size))  # expect: LL204
            return function(page)

        return wrapper

    return decorate


class HistoryBad:
    def __init__(self, size):
        self.size = size
        self.history = []

    def __call__(self, function):
        def wrapper(page):
            self.history.append("x" * self.size + str(page))  # expect: LL204
            return function(page)

        return wrapper


def log_bad(function):
    def wrapper(page):
        LOG.append("x" * 5_000 + str(page))  # expect: LL204
        return function(page)

    return wrapper


def audit_bad(function):
    # Nothing in this file calls what it decorates: whoever imports it does, and each call adds one entry.
    entries = []

    def wrapper(request):
        entries.append(request)  # expect: LL204
        return function(request)

    return wrapper


def remember_last_ok(function):
    results = deque(maxlen=10)

    @wraps(function)
    def wrapper(*args):
        result = function(*args)
        results.append(result)
        return result

    return wrapper


def collect_ok(function):
    @wraps(function)
    def wrapper(*args):
        results = []
        result = function(*args)
        results.append(result)
        return result

    return wrapper


def reset_ok(function):
    results = []

    @wraps(function)
    def wrapper(*args):
        try:
            result = function(*args)
            results.append(result)
            return result
        finally:
            results.clear()

    return wrapper


def count_ok(function):
    calls = {}

    @wraps(function)
    def wrapper(*args):
        calls[function.__name__] = calls.get(function.__name__, 0) + 1
        return function(*args)

    return wrapper


ROUTES = {}


def route_ok(function):
    # One entry for each decorated function: as many as the program writes down.
    ROUTES[function.__name__] = function
    return function


def limit_ok(function):
    times = []

    def wrapper(now):
        times.append(now)
        while times and times[0] < now - 60:
            times.pop(0)
        return function(now)

    return wrapper


@remember_bad
def render(page):
    return "x" * 5_000 + str(page)


@count_calls_bad
def load(page):
    return page


@TraceBad
def save(page):
    return page


@sample_bad(1_000)
def check(page):
    return page


@HistoryBad(5_000)
def find(page):
    return page


@log_bad
def show(page):
    return page


@audit_bad
def handle(request):
    return request


@remember_last_ok
def render_last(page):
    return "x" * 5_000 + str(page)


@collect_ok
def render_fresh(page):
    return "x" * 5_000 + str(page)


@reset_ok
def render_reset(page):
    return "x" * 5_000 + str(page)


@count_ok
def render_counted(page):
    return "x" * 5_000 + str(page)


@lru_cache(maxsize=8)
def render_cached(page):
    return "x" * 5_000 + str(page)


@route_ok
def index(page):
    return page


@limit_ok
def tick(now):
    return now


for number in range(2_000):
    render(number)
    load(number)
    save(number)
    check(number)
    find(number)
    show(number)
    render_last(number)
    render_fresh(number)
    render_reset(number)
    render_counted(number)
    render_cached(number)
    index(number)
    tick(number)
