"""Finalizers and exit hooks: those that get in their own way, and those that work.

A class that ends in ``Bad`` keeps its objects alive or cannot release what it holds; the line is marked.
A class that ends in ``Ok`` must stay silent.
"""

import atexit
import os
import signal
import warnings
import weakref

POOL = []


def release(handle):
    print("release", handle)


def flush():
    print("flush")


class FinalizedByItselfBad:
    def __init__(self, handle):
        self.handle = handle
        # The method is bound to the object: it can never go.
        weakref.finalize(self, self.release)  # expect: LL404

    def release(self):
        print("release", self.handle)


class FinalizedByLambdaBad:
    def __init__(self, handle):
        self.handle = handle
        weakref.finalize(self, lambda: print(self.handle))  # expect: LL404


class FlushedAtExitBad:
    def __init__(self, path):
        self.path = path
        self.rows = []
        atexit.register(self.flush)  # expect: LL404  # expect strict: LL401

    def flush(self):
        print(self.path, len(self.rows))


class ResetAfterForkBad:
    def __init__(self):
        self.rows = []
        os.register_at_fork(after_in_child=self.reset)  # expect: LL404

    def reset(self):
        self.rows.clear()


class StoppedBySignalBad:
    def __init__(self):
        signal.signal(signal.SIGTERM, self.stop)  # expect: LL404

    def stop(self, number, frame):
        print("stop")


class PooledBad:
    def __del__(self):
        POOL.append(self)  # expect: LL404


class StrictBad:
    def __init__(self):
        self.closed = False

    def __del__(self):
        if not self.closed:
            raise RuntimeError("not closed")  # expect: LL404


class JournalBad:
    def __init__(self, path):
        self.file = open(path, "a")

    def write(self, line):
        self.file.write(line)

    def __del__(self):
        self.file.close()  # expect: LL404


class RingBad:
    def __init__(self):
        self.callback = self.changed  # expect: LL404

    def changed(self):
        print("changed")

    def __del__(self):
        print("gone")


class FinalizedOk:
    def __init__(self, handle):
        # The function takes the handle, and knows nothing of the object.
        weakref.finalize(self, release, handle)


class StaticOk:
    def __init__(self, handle):
        weakref.finalize(self, self.release, handle)

    @staticmethod
    def release(handle):
        print("release", handle)


class FlushedOk:
    def __init__(self):
        atexit.register(flush)


class UnregisteredOk:
    def __init__(self):
        self.lines = []
        atexit.register(self.flush)

    def flush(self):
        print(len(self.lines))

    def close(self):
        self.flush()
        atexit.unregister(self.flush)


class OneOfItsKindOk:
    def __init__(self):
        atexit.register(self.flush)

    def flush(self):
        print("flush")


ONLY_ONE = OneOfItsKindOk()


class WarnsOk:
    def __init__(self, path):
        self.journal = open(path, "a")

    def close(self):
        self.journal.close()

    def __del__(self):
        if not self.journal.closed:
            warnings.warn("not closed", ResourceWarning, stacklevel=2)


class CarefulOk:
    def __del__(self):
        try:
            raise RuntimeError("not closed")
        except RuntimeError:
            print("not closed")


class LeavesOk:
    def __del__(self):
        if self in POOL:
            POOL.remove(self)


class RaisedAgainOk:
    def __del__(self):
        try:
            release(self)
        except OSError as error:
            if release is not None:
                raise error


class FN_ByAttributeBad:
    # The callback is stored first: what it is bound to is not followed.
    def __init__(self):
        self.callback = self.flush
        atexit.register(self.callback)

    def flush(self):
        print("flush")
