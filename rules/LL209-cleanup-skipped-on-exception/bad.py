"""Cleanup that an exception or an early return skips, and cleanup that it does not.

A function that ends in ``_bad`` leaves something behind on one way out; the line is marked.
A function that ends in ``_ok`` must stay silent.
"""

import os
import tempfile
import shutil
import threading
from contextlib import asynccontextmanager, contextmanager

STATE = []
LOCK = threading.Lock()


@contextmanager
def workspace_bad():
    path = tempfile.mkdtemp()
    yield path
    shutil.rmtree(path)  # expect: LL209


@contextmanager
def directory_bad(path):
    before = os.getcwd()
    os.chdir(path)
    yield
    os.chdir(before)  # expect: LL209


@asynccontextmanager
async def connection_bad(pool):
    connection = await pool.acquire()
    yield connection
    await connection.close()  # expect: LL209


@contextmanager
def entered_bad(session):
    try:
        STATE.append(session)
        yield session
    except ValueError:
        # Only this exception comes by here.
        pass
    STATE.clear()  # expect: LL209


def update_bad(account, amount):
    LOCK.acquire()  # expect: LL209
    account.load()
    account.amount += amount
    LOCK.release()


def write_bad(file, text):
    LOCK.acquire()  # expect: LL209
    file.write(text)
    LOCK.release()


def call_bad(action):
    LOCK.acquire()  # expect: LL209
    action()
    LOCK.release()


async def wait_bad(gate, connection):
    await gate.acquire()  # expect: LL209
    await connection.ping()
    gate.release()


def find_bad(table, key):
    LOCK.acquire()  # expect: LL209
    if key not in table:
        return None
    value = table[key]
    LOCK.release()
    return value


def traced_bad(function):
    def wrapper(page):
        STATE.append(page)  # expect: LL209
        result = function(page)
        STATE.clear()
        return result

    return wrapper


async def rows_bad(pool, query):
    async with pool.connect() as connection:  # expect: LL209
        async for row in connection.execute(query):
            yield row


@contextmanager
def workspace_ok():
    path = tempfile.mkdtemp()
    try:
        yield path
    finally:
        shutil.rmtree(path)


@contextmanager
def terminal_ok(path):
    # Nothing stands behind the yield.
    os.chdir(path)
    yield


@contextmanager
def inner_with_ok(path):
    with open(path) as lines:
        yield lines
    print("done")


@contextmanager
def every_exception_ok(session):
    try:
        STATE.append(session)
        yield session
    except BaseException:
        STATE.clear()
        raise
    STATE.clear()


@contextmanager
def committed_ok(connection):
    # Only what went well is committed.
    yield connection
    connection.commit()


def update_ok(account, amount):
    LOCK.acquire()
    try:
        account.load()
        account.amount += amount
    finally:
        LOCK.release()


def conditional_ok(table, key, lock=None):
    if lock:
        lock.acquire()
    try:
        return table[key]
    finally:
        if lock:
            lock.release()


def traced_ok(function):
    def wrapper(page):
        STATE.append(page)
        try:
            return function(page)
        finally:
            STATE.clear()

    return wrapper


def kept_when_all_is_well_ok(account):
    # The account holds the lock from here on.
    LOCK.acquire()
    try:
        account.load()
    except OSError:
        LOCK.release()
        raise
    return account


def write_ok(file, text):
    with LOCK:
        file.write(text)


async def wait_ok(gate, connection):
    await gate.acquire()
    try:
        await connection.ping()
    finally:
        gate.release()


@contextmanager
def written_whole_ok(path):
    file = open(path, "w")

    def give_up():
        file.close()
        os.remove(path)

    try:
        yield file
        file.close()
    except BaseException:
        give_up()
        raise


class ReaderOk:
    def __init__(self):
        self.gate = threading.Lock()
        self.reading = False

    def read(self, flush, source):
        # Who finds the mark waits at the gate; who set it gives it back in another call.
        if not self.reading:
            self.reading = True
            self.gate.acquire()
        if flush:
            return None
        data = source.read()
        self.gate.release()
        return data


def nothing_between_ok(table, key):
    LOCK.acquire()
    value = table.get(key)
    LOCK.release()
    return value


def opened_ok(account):
    # Whoever calls close_ok() releases it.
    LOCK.acquire()
    account.load()


def close_ok(account):
    account.store()
    LOCK.release()


async def collected_ok(pool, query):
    async with pool.connect() as connection:
        rows = [row async for row in connection.execute(query)]
    for row in rows:
        yield row


def later_ok(work, tracer):
    # The callback leaves what was entered.
    scope = tracer.start()
    scope.__enter__()
    result = work()
    if result.is_pending:

        def done(value):
            scope.__exit__(None, None, None)
            return value

        result.add_callback(done)
        return result
    scope.__exit__(None, None, None)
    return result
