"""Queues that fill up, and queues that make their producers wait.

A function or class that ends in ``_bad`` or ``Bad`` may hold everything that was ever sent; the line is marked.
One that ends in ``_ok`` or ``Ok`` must stay silent.
"""

import multiprocessing
import queue
import time
from concurrent.futures import ThreadPoolExecutor


class JobsBad:
    def __init__(self):
        self.jobs = multiprocessing.SimpleQueue()  # expect: LL509

    def run(self, connection):
        while True:
            self.jobs.put(connection.recv(65536))


class LinesBad:
    def __init__(self):
        self.lines = multiprocessing.JoinableQueue(maxsize=0)  # expect: LL509

    def run(self, reader):
        while True:
            self.lines.put(reader.readline())


class ReceiverBad:
    def __init__(self):
        self.messages = multiprocessing.Queue()  # expect: LL509

    def run(self, socket):
        while True:
            message = socket.recv_json()
            self.messages.put_nowait(message)


def submit_bad(socket, work):
    executor = ThreadPoolExecutor(max_workers=4)
    try:
        while True:
            executor.submit(work, socket.recv(65536))  # expect: LL509
    finally:
        executor.shutdown()


def sized_ok(connection):
    jobs = queue.Queue(maxsize=1000)
    print(jobs)
    while True:
        jobs.put(connection.recv(65536))


def finite_ok(items):
    jobs = queue.Queue()
    for item in items:
        jobs.put(item)
    return jobs


def asked_ok(connection):
    jobs = queue.Queue()
    while True:
        if jobs.qsize() < 1000:
            jobs.put(connection.recv(65536))


class PacedOk:
    def __init__(self):
        self.lines = multiprocessing.JoinableQueue()

    def run(self, reader):
        while True:
            self.lines.put(reader.readline())
            time.sleep(0.1)


def passed_on_ok(connection):
    jobs = queue.Queue()
    while True:
        jobs.put(connection.recv(65536))
        print(jobs.get())


def limited_submit_ok(socket, work, free):
    with ThreadPoolExecutor(max_workers=4) as executor:
        while True:
            free.acquire()
            executor.submit(work, socket.recv(65536))
