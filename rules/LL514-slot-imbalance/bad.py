"""Slots that are given back without having been taken, and slots that are not.

A function or class that ends in ``_bad`` or ``Bad`` lowers the count too often; the line is marked.
One that ends in ``_ok`` or ``Ok`` must stay silent.
"""

import threading


class Limiter:
    def __init__(self):
        self.active = 0
        self.lock = threading.Lock()

    def enter(self):
        with self.lock:
            if self.active >= 10:
                raise RuntimeError("too many")
            self.active += 1

    def leave(self):
        with self.lock:
            self.active = max(0, self.active - 1)

    def look(self):
        return self.active


LIMITER = Limiter()
FREE = threading.Semaphore(10)


def process_bad(work):
    try:
        LIMITER.enter()
        return work()
    finally:
        LIMITER.leave()  # expect: LL514


def checked_first_bad(work, check):
    try:
        check(work)
        FREE.acquire()
        return work()
    finally:
        FREE.release()  # expect: LL514


def caught_bad(work):
    try:
        LIMITER.enter()
        return work()
    except RuntimeError:
        return None
    finally:
        LIMITER.leave()  # expect: LL514


class ServiceBad:
    def __init__(self):
        self.limiter = Limiter()

    def serve(self, work):
        try:
            print("begins")
            self.limiter.enter()
            work()
        finally:
            self.limiter.leave()  # expect: LL514


def process_ok(work):
    LIMITER.enter()
    try:
        return work()
    finally:
        LIMITER.leave()


def acquired_ok(work):
    FREE.acquire()
    try:
        return work()
    finally:
        FREE.release()


def flag_ok(work):
    taken = False
    try:
        LIMITER.enter()
        taken = True
        return work()
    finally:
        if taken:
            LIMITER.leave()


def with_ok(work):
    with FREE:
        return work()


def looked_ok(work):
    try:
        LIMITER.look()
        return work()
    finally:
        LIMITER.look()


def first_in_try_ok(work):
    try:
        FREE.acquire()
        return work()
    finally:
        FREE.release()
