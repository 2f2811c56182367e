"""Collections of classes that grow with their instances, and some that look the same and do not.

A class that ends in ``Bad`` holds on to memory for as long as the program runs; the line that grows is marked.
A class that ends in ``Ok`` must stay silent.
"""

from collections import deque
from weakref import WeakSet


class SessionBad:
    instances = []

    def __init__(self, number):
        self.payload = bytes(2_000)
        SessionBad.instances.append(self)  # expect: LL207


class PageBad:
    by_number = {}

    def store(self, number):
        self.by_number[number] = "x" * 2_000 + str(number)  # expect: LL207


class NamesBad:
    names = set()

    @classmethod
    def note(cls, number):
        cls.names.add("x" * 2_000 + str(number))  # expect: LL207


class EventsBad:
    events = []

    @staticmethod
    def emit(number):
        EventsBad.events.append([number] * 300)  # expect: LL207


class HandlerBad:
    # Nothing in this file calls it: whoever imports it does, and each call adds one entry.
    log = []

    def handle(self, request):
        self.log.append(request)  # expect: LL207


class SessionOk:
    instances = WeakSet()

    def __init__(self, number):
        self.payload = bytes(2_000)
        SessionOk.instances.add(self)


class PageOk:
    by_number = {}

    def __init__(self):
        self.by_number = {}

    def store(self, number):
        self.by_number[number] = "x" * 2_000 + str(number)


class EventsOk:
    events = deque(maxlen=10)

    @staticmethod
    def emit(number):
        EventsOk.events.append([number] * 300)


class EvictingOk:
    names = {}

    @classmethod
    def note(cls, number):
        cls.names[number] = "x" * 2_000 + str(number)
        if len(cls.names) > 20:
            cls.names.clear()


class PluginOk:
    # One entry for each subclass: as many as programs write down.
    plugins = {}

    def __init_subclass__(cls):
        PluginOk.plugins[cls.__name__] = cls


class CountsOk:
    counts = {"open": 0, "closed": 0}

    def open(self):
        self.counts["open"] += 1


class FirstPluginOk(PluginOk):
    pass


for number in range(2_000):
    SessionBad(number)
    PageBad().store(number)
    NamesBad.note(number)
    EventsBad.emit(number)
    SessionOk(number)
    PageOk().store(number)
    EventsOk.emit(number)
    EvictingOk.note(number)
    CountsOk().open()
