"""Decorators, wrappers and managers that trace memory.

A function or class that ends in ``_bad`` or ``Bad`` leaves tracing on from call to call; the call that starts it is marked.
Those that end in ``_ok`` or ``Ok`` stop what they start.
"""

import functools
import tracemalloc


def traced_from_now_on_bad(function):
    tracemalloc.start()  # expect: LL304

    def wrapper(*arguments):
        return function(*arguments)

    return wrapper


def traced_calls_bad(function):
    @functools.wraps(function)
    def wrapper(*arguments):
        tracemalloc.start()  # expect: LL304
        return function(*arguments)

    return wrapper


def traced_when_all_goes_well_bad(function):
    def wrapper(*arguments):
        tracemalloc.start()  # expect: LL304
        result = function(*arguments)
        tracemalloc.stop()
        return result

    return wrapper


def traced_with_name_bad(name):
    def decorate(function):
        def wrapper(*arguments):
            tracemalloc.start()  # expect: LL304
            print(name)
            return function(*arguments)

        return wrapper

    return decorate


class SessionBad:
    def __enter__(self):
        tracemalloc.start()  # expect: LL304
        return self

    def __exit__(self, *error):
        print("done")


class WorkerBad:
    def __init__(self, jobs):
        tracemalloc.start()  # expect: LL304
        self.jobs = jobs

    def run(self):
        return [job() for job in self.jobs]


def traced_calls_ok(function):
    @functools.wraps(function)
    def wrapper(*arguments):
        tracemalloc.start()
        try:
            return function(*arguments)
        finally:
            tracemalloc.stop()

    return wrapper


def traced_unless_it_is_ok(function):
    def wrapper(*arguments):
        started = not tracemalloc.is_tracing()
        if started:
            tracemalloc.start()
        try:
            return function(*arguments)
        finally:
            if started:
                tracemalloc.stop()

    return wrapper


def traced_decoration_ok(function):
    tracemalloc.start()
    tracemalloc.stop()

    def wrapper(*arguments):
        return function(*arguments)

    return wrapper


class SessionOk:
    def __enter__(self):
        tracemalloc.start()
        return self

    def __exit__(self, *error):
        tracemalloc.stop()


class WorkerOk:
    def __init__(self, jobs):
        tracemalloc.start()
        self.jobs = jobs

    def close(self):
        tracemalloc.stop()
