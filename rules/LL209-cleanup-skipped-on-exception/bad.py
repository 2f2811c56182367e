"""Cleanup that an exception or an early return skips, and cleanup that it does not.

A function that ends in ``_bad`` leaves something behind on one way out; the line is marked.
A function that ends in ``_ok`` must stay silent.
"""

import asyncio
import os
import tempfile
import shutil
import threading
from contextlib import asynccontextmanager, closing, contextmanager, nullcontext
from multiprocessing import shared_memory

import anyio

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


@asynccontextmanager
async def group_and_connection_bad(connect):
    # The with ends its group, and not the connection.
    connection = await connect()
    async with asyncio.TaskGroup() as group:
        group.create_task(connection.listen())
        yield connection
        await connection.close()  # expect: LL209


@contextmanager
def borrowed_bad(pool):
    # A nullcontext gives what it is given, and ends nothing.
    with nullcontext(pool.take()) as connection:
        yield connection
        connection.close()  # expect: LL209


@contextmanager
def shared_bad(size):
    # What closes it does not remove it.
    with closing(shared_memory.SharedMemory(create=True, size=size)) as block:
        yield block
        block.unlink()  # expect: LL209


@contextmanager
def another_bad(path):
    with open(path) as lines:
        lines = lines.readline().open()
        yield lines
        lines.close()  # expect: LL209


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


async def each_bad(orders, exchange):
    for order in orders:
        await order.lock.acquire()  # expect: LL209
    await exchange.request(orders)
    for order in orders:
        order.lock.release()
    return len(orders)


async def each_of_others_bad(orders, waiting, exchange):
    # The second loop goes over others, and there may be none of them.
    for order in orders:
        await order.gate.acquire()  # expect: LL209
    try:
        await exchange.request(orders)
    finally:
        for order in waiting:
            order.gate.release()
    return len(orders)


def each_that_failed_bad(orders):
    for order in orders:
        order.door.acquire()  # expect: LL209
    for order in orders:
        if order.failed:
            order.door.release()
    return len(orders)


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


@asynccontextmanager
async def group_ok(work):
    # The end of the with cancels what still runs when the block raises.
    async with anyio.create_task_group() as group:
        group.start_soon(work)
        yield group
        group.cancel_scope.cancel()


@asynccontextmanager
async def streams_ok(reader, writer):
    async with reader, writer:
        yield reader
        await writer.aclose()


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


async def each_ok(orders, exchange):
    try:
        for order in orders:
            await order.lock.acquire()
            if order.is_simulated():
                order.status = "cancelled"
        await exchange.request(orders)
    finally:
        for order in orders:
            order.lock.release()
    return len(orders)


def each_in_turn_ok(locks, table):
    for lock in locks:
        lock.acquire()
    size = len(table)
    for lock in reversed(locks):
        lock.release()
    return size


def each_that_is_open_ok(orders):
    for order in orders:
        if order.is_open:
            order.lock.acquire()
    for order in orders:
        if order.is_open:
            order.lock.release()
    return len(orders)


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
