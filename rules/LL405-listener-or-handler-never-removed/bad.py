"""Handlers and callbacks that pile up, and those that are taken back.

A function or class that ends in ``_bad`` or ``Bad`` adds one more each time; the line is marked.
One that ends in ``_ok`` or ``Ok`` must stay silent.
"""

import functools
import logging
import weakref

LISTENERS = []
OBSERVERS = []
SINKS = set()
STARTED = False
WATCHERS = weakref.WeakSet()
AUDIT = logging.getLogger("audit")
MASKED = logging.Filter("masked")


class Tag(logging.Filter):
    def __init__(self, tag):
        super().__init__()
        self.tag = tag

    def filter(self, record):
        record.tag = self.tag
        return True


class WorkerBad:
    def __init__(self, name):
        self.name = name
        self.log = logging.getLogger("worker")
        self.log.addHandler(logging.StreamHandler())  # expect: LL405


def audit_bad(text):
    AUDIT.addHandler(logging.FileHandler("audit.log"))  # expect: LL405, LL515
    AUDIT.info(text)


def audit_all(texts):
    for text in texts:
        audit_bad(text)


def log_level_bad(level):
    logging.getLogger().addHandler(logging.StreamHandler())  # expect: LL405
    logging.getLogger().setLevel(level)


class WidgetBad:
    def __init__(self):
        self.buffer = bytearray(10_000)
        LISTENERS.append(self.changed)  # expect: LL405

    def changed(self, event):
        self.buffer[0] = event


class PanelBad:
    def __init__(self, bus):
        self.bus = bus
        bus.subscribe(self.opened)
        bus.subscribe(self.closed)  # expect: LL405

    def opened(self, event):
        print("opened", event)

    def closed(self, event):
        print("closed", event)

    def close(self):
        self.bus.unsubscribe(self.opened)


class GaugeBad:
    def __init__(self, source):
        self.total = 0
        source.add_observer(self.measured)  # expect: LL405

    def measured(self, value):
        self.total += value

    def close(self):
        self.total = 0


class MeterBad:
    def __init__(self):
        self.buffer = bytearray(10_000)
        LISTENERS.append(lambda event: self.changed(event))  # expect: LL405

    def changed(self, event):
        self.buffer[0] = event


class LampBad:
    def __init__(self, bus):
        self.state = False
        bus.subscribe(functools.partial(self.switched, True))  # expect: LL405

    def switched(self, state, event):
        self.state = state

    def close(self):
        self.state = False


class Bus:
    def __init__(self):
        self.hearers = {}

    def on(self, kind, handler):
        self.hearers.setdefault(kind, []).append(handler)

    def send(self, kind, event):
        for handler in self.hearers.get(kind, []):
            handler(event)


BUS = Bus()
HEARERS = []


async def stream_bad(socket):
    # Each connection leaves a function behind that keeps it.
    def push(event):
        socket.send(event)

    BUS.on("news", push)  # expect: LL405
    await socket.wait_closed()


async def hear_bad(socket):
    def push(event):
        socket.send(event)

    HEARERS.append(push)  # expect: LL405
    await socket.wait_closed()


class OpenBus:
    def __init__(self):
        self.guests = {}

    def on(self, kind, handler):
        self.guests.setdefault(kind, []).append(handler)

    def off(self, kind, handler):
        self.guests[kind].remove(handler)


OPEN_BUS = OpenBus()
PASSING = []


async def stream_ok(socket):
    def push(event):
        socket.send(event)

    OPEN_BUS.on("news", push)
    try:
        await socket.wait_closed()
    finally:
        OPEN_BUS.off("news", push)


async def hear_ok(socket):
    def push(event):
        socket.send(event)

    PASSING.append(push)
    await socket.wait_closed()
    PASSING.remove(push)


def wire_ok():
    # Called once, below.
    def push(event):
        print(event)

    HEARERS.append(push)


async def own_bus_ok(socket):
    # The bus goes with the function.
    bus = Bus()
    bus.on("news", lambda event: socket.send(event))
    bus.send("news", await socket.read())


class ConnectionBad:
    def __init__(self, name):
        self.log = logging.getLogger("connection")
        self.log.addFilter(Tag(name))  # expect: LL405


def connect_all(names):
    return [ConnectionBad(name) for name in names]


def mark_bad(request):
    tag = Tag(request.id)
    AUDIT.addFilter(tag)  # expect: LL405
    AUDIT.info(request.path)


class ManagerBad:
    """Whose logger it is nobody sees here; it stays, and may be the same for many."""

    def __init__(self, logger: logging.Logger, tag):
        self.logger = logger.getChild(tag)
        self.logger.addFilter(Tag(tag))  # expect: LL405


class MaskedConnectionOk:
    """A logger takes the same filter once."""

    def __init__(self):
        self.log = logging.getLogger("masked")
        self.log.addFilter(MASKED)


class OwnHandlerOk:
    """The handler goes with the object, and the filter with it."""

    def __init__(self, tag):
        self.handler = logging.StreamHandler()
        self.handler.addFilter(Tag(tag))


class PipelineOk:
    """No logger, whatever its method is called."""

    def __init__(self, images, tag):
        self.images = images
        self.images.addFilter(Tag(tag))


def mark_level_ok(logger: logging.Logger):
    # Nothing says that it is called more than once.
    logger.addFilter(Tag("level"))


class ClockOk:
    def __init__(self, bus):
        # What is kept of it can be taken back.
        self.bus = bus
        self.listener = functools.partial(self.ticked, 1)
        bus.subscribe(self.listener)

    def ticked(self, step, event):
        print(step, event)

    def close(self):
        self.bus.unsubscribe(self.listener)


class TableOk:
    def __init__(self):
        OBSERVERS.append(self.changed)

    def changed(self, event):
        print(event)

    def close(self):
        OBSERVERS.remove(self.changed)


class ViewOk:
    def __init__(self):
        # A weak set: what nobody else keeps goes.
        WATCHERS.add(self)


class BoardOk:
    def __init__(self, bus):
        self.bus = bus
        bus.subscribe(self.opened)

    def opened(self, event):
        print("opened", event)

    def close(self):
        self.bus.unsubscribe(self.opened)


class Source:
    def __init__(self):
        self.observers = []

    def add_observer(self, observer):
        self.observers.append(observer)


class OwnSourceOk:
    def __init__(self):
        # The source is a part of the object: both go together.
        self.source = Source()
        self.source.add_observer(self.measured)

    def measured(self, value):
        print(value)

    def close(self):
        print("closed")


def set_up_ok():
    # Called once, below.
    logging.getLogger("program").addHandler(logging.StreamHandler())


def library_ok(name):
    # Every name is a logger of its own.
    logging.getLogger(name).addHandler(logging.StreamHandler())


def silent_library_ok():
    logging.getLogger("library").addHandler(logging.NullHandler())


def first_time_ok():
    # A name of the module says that it has run.
    global STARTED
    if not STARTED:
        STARTED = True
        logging.getLogger("first").addHandler(logging.StreamHandler())


@functools.cache
def cached_set_up_ok():
    logging.getLogger("cached").addHandler(logging.StreamHandler())


class FN_NamedLambdaBad:
    # The lambda keeps self as well as a method would; that it has a name first hides it.
    def __init__(self):
        self.count = 0
        listener = lambda event: self.changed(event)  # noqa: E731
        SINKS.add(listener)  # expect: LL106

    def changed(self, event):
        self.count += event


set_up_ok()
wire_ok()
