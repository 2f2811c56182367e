"""What is begun and ended, unless something raises in between."""
import contextlib
import gc
import os
import threading
import tracemalloc

LOCK = threading.Lock()
STATE = []
TABLE = {"a": 1, "b": 2}


def find(key):
    LOCK.acquire()
    if key not in TABLE:
        LOCK.release()
        return None
    value = TABLE[key]
    LOCK.release()
    return value


def update(key, amount):
    LOCK.acquire()
    # Both or neither.
    TABLE[key] = int(amount)
    STATE.append(repr(key))
    LOCK.release()
    return TABLE[key]


@contextlib.contextmanager
def folder(path):
    before = os.getcwd()
    os.chdir(path)
    yield path
    os.chdir(before)


def traced(rows):
    tracemalloc.start()
    found = sorted(rows, key=str)
    tracemalloc.stop()
    return found


def collected(rows):
    gc.disable()
    found = sorted(rows, key=str)
    gc.enable()
    return found


with folder("/"):
    inside = os.getcwd()
print(find("a"), find("z"), update("b", "7"), inside, traced([3, 1, 2]), collected([9, 8]), tracemalloc.is_tracing(), gc.isenabled(), LOCK.locked())
