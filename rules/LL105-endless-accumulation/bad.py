"""Loops without an end that keep adding, and loops that look the same and do not."""

import itertools
from collections import deque
import logging

READINGS = []
SEEN = {}
TICKS = []

NEWEST = deque(maxlen=100)
BATCH = []
WINDOW = []


def watch_bad(sensor):
    while True:
        READINGS.append({"value": sensor.read()})  # expect: LL105


def count_bad(server):
    for number in itertools.count():
        SEEN[number] = server.receive()  # expect: LL105


def collect_bad(queue):
    received = []
    while True:
        received.append(queue.get())  # expect: LL105


async def listen_bad(stream):
    while True:
        message = await stream.read()
        TICKS.append((message, len(message)))  # expect: LL105


def repeat_bad():
    numbers = [1, 2, 3]
    for number in numbers:
        numbers.append(number + 1)  # expect: LL105


def watch_newest_ok(sensor):
    while True:
        NEWEST.append({"value": sensor.read()})


def in_batches_ok(queue, store):
    while True:
        BATCH.append(queue.get())
        if len(BATCH) >= 100:
            store(BATCH)
            BATCH.clear()


def slide_ok(sensor):
    while True:
        WINDOW.append(sensor.read())
        if len(WINDOW) > 60:
            WINDOW.pop(0)


def until_none_ok(queue):
    received = []
    while True:
        item = queue.get()
        if item is None:
            return received
        received.append(item)


def until_stopped_ok(source):
    lines = []
    try:
        while True:
            lines.append(next(source))
    except StopIteration:
        return lines


def numbered_ok():
    # A generator: its consumer decides when it ends.
    total = 0
    while True:
        total += 1
        yield total


class MonitorOk:
    # How many are kept is said elsewhere, but it is said.
    def __init__(self, size):
        self.newest = deque(maxlen=size)

    def watch(self, sensor):
        while True:
            self.newest.append({"value": sensor.read()})


class FeedOk:
    # The class asks for its logger once.
    _logger = None

    def __init__(self):
        self.known = {}

    @classmethod
    def logger(cls):
        if cls._logger is None:
            cls._logger = logging.getLogger(name_of(cls))
        return cls._logger

    async def listen(self, source):
        while True:
            try:
                message = await source.read()
                if message.key not in self.known:
                    self.logger().debug("unknown")
                    continue
                self.known[message.key].update(message)
            except ValueError:
                self.logger().error("unreadable")
