"""Files, sockets and descriptors that stay open, and those that are closed.

A function or class that ends in ``_bad`` or ``Bad`` leaves something open; the line is marked.
One that ends in ``_ok`` or ``Ok`` must stay silent.
"""

import contextlib
import fcntl
import json
import os
import pathlib
import socket
import sqlite3
import tempfile
import urllib.request
import httpx
import requests

HANDLES = []
LOGS = []


def read_bad(path):
    return open(path).read()  # expect: LL408


def read_path_bad(path):
    return pathlib.Path(path).open().read()  # expect: LL408


def load_bad(path):
    return json.load(open(path))  # expect: LL408


def count_lines_bad(path):
    total = 0
    for _ in open(path):  # expect: LL408
        total += 1
    return total


def first_line_bad(path):
    file = open(path)  # expect: LL408
    return file.readline()


def scratch_file_bad():
    # The descriptor is the first of the two, and nobody has it any more.
    return tempfile.mkstemp()[1]  # expect: LL408


def scratch_path_bad():
    descriptor, path = tempfile.mkstemp()  # expect: LL408
    return path


def lock_bad(path):
    descriptor = os.open(path, os.O_CREAT)  # expect: LL408
    os.write(descriptor, b"locked")


def ask_bad(host):
    connection = socket.create_connection((host, 80), timeout=10)  # expect: LL408
    connection.sendall(b"GET / HTTP/1.0\r\n\r\n")


def fetch_bad(url):
    return urllib.request.urlopen(url, timeout=10).read()  # expect: LL408


def keep_open_bad():
    for number in range(500):
        HANDLES.append(open(f"{number}.log", "w"))  # expect: LL408


def early_return_bad(path):
    descriptor = os.open(path, os.O_RDONLY)  # expect: LL408
    if os.fstat(descriptor).st_size == 0:
        return b""
    data = os.read(descriptor, 1_000)
    os.close(descriptor)
    return data


def closed_unless_it_raises_bad(path):
    file = open(path)  # expect: LL408
    text = file.read()
    file.close()
    return text


class JournalBad:
    def __init__(self, path):
        self.file = open(path, "a")  # expect: LL408
        self.count = 0

    def write(self, line):
        self.file.write(line)

    def close(self):
        self.count = 0


class ImageBad:
    def open(self, path):
        self.descriptor = os.open(path, os.O_RDONLY)  # expect: LL408

    def close(self):
        pass


class RemoteBad:
    # What leave() says to the other side closes nothing.
    def __init__(self):
        self.line = requests.Session()  # expect: LL408

    def leave(self):
        self.line.post("https://example.org/leave", timeout=10)

    def cleanup(self):
        self.leave()


class NodeBad:
    # A note: the session is used again after connect(), but nothing ends the object.
    def __init__(self):
        self.session = requests.Session()  # expect: LL408
        self.number = None

    def ask(self, path):
        return self.session.post(path, timeout=10).json()

    def connect(self):
        self.number = self.ask("https://example.org/connect")

    def disconnect(self):
        self.ask("https://example.org/disconnect")
        self.number = None


class StoreBad:
    def __init__(self, path):
        self.database = sqlite3.connect(path)  # expect: LL408

    def rows(self):
        return self.database.execute("select * from rows").fetchall()


def unlocked_bad(path):
    descriptor = os.open(path, os.O_RDWR)  # expect: LL408
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    os.ftruncate(descriptor, 0)
    fcntl.flock(descriptor, fcntl.LOCK_UN)


def locked_ok(path):
    # The lock is held as long as the descriptor is open: until the process ends.
    descriptor = os.open(path, os.O_RDWR)
    fcntl.flock(descriptor, fcntl.LOCK_EX)


def locked_by_number_ok(path, record):
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT)
    fcntl.fcntl(descriptor, fcntl.F_SETLK, record)


def read_ok(path):
    with open(path) as file:
        return file.read()


def load_ok(path):
    with open(path) as file:
        return json.load(file)


def first_line_ok(path):
    file = open(path)
    try:
        return file.readline()
    finally:
        file.close()


def every_return_ok(path):
    descriptor = os.open(path, os.O_RDONLY)
    try:
        if os.fstat(descriptor).st_size == 0:
            return b""
        return os.read(descriptor, 1_000)
    finally:
        os.close(descriptor)


def scratch_path_ok():
    descriptor, path = tempfile.mkstemp()
    os.close(descriptor)
    return path


def scratch_file_ok(text):
    descriptor, path = tempfile.mkstemp()
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
    return path


def ask_ok(host):
    with contextlib.closing(socket.create_connection((host, 80), timeout=10)) as connection:
        connection.sendall(b"GET / HTTP/1.0\r\n\r\n")


def all_of_them_ok(paths):
    with contextlib.ExitStack() as stack:
        return [stack.enter_context(open(path)).read() for path in paths]


def touch_ok(path):
    open(path, "w").close()


def opened_for_the_caller_ok(path):
    # Whoever called it closes it.
    return open(path)


def handed_over_ok(path, parser):
    file = open(path)
    parser.feed_from(file)


def keep_and_close_ok():
    for number in range(500):
        file = open(f"{number}.log", "w")
        LOGS.append(file)
        LOGS.pop().close()


class JournalOk:
    def __init__(self, path):
        self.journal = open(path, "a")

    def write(self, line):
        self.journal.write(line)

    def close(self):
        self.journal.close()


def compared_ok(fetch, compare):
    path = None
    try:
        descriptor, path = tempfile.mkstemp()
        fetch(path)
        return compare(path)
    finally:
        if path is not None:
            os.close(descriptor)
            os.unlink(path)


class NodeOk:
    def __init__(self):
        self.talk = requests.Session()
        self.number = None

    def connect(self):
        self.number = self.talk.post("https://example.org/connect", timeout=10).json()

    def disconnect(self):
        self.number = None

    def close(self):
        self.disconnect()
        self.talk.close()


class ClientOk:
    # Left as it was entered.
    def __init__(self):
        self.client = httpx.AsyncClient()

    async def __aexit__(self, *error):
        await self.client.__aexit__(*error)


def FN_alias_bad(path):
    # The second name may be closed by anybody who gets hold of it.
    file = open(path)
    same = file
    return same.readline()


keep_open_bad()
keep_and_close_ok()
