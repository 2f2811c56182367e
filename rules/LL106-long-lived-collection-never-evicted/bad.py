"""Collections of a service that only ever grow, and tables that look the same and do not.

Nothing in this file calls these functions: whoever imports it does, again and again.
"""

import logging
import time
import uuid
import weakref
from collections import OrderedDict, defaultdict, deque
from logging.handlers import MemoryHandler

from tornado import gen
from twisted.internet.defer import inlineCallbacks

EVENTS = []
SESSIONS = {}
HITS = defaultdict(list)
VISITORS = set()
JOBS = {}
ORDERS = []

RECENT = deque(maxlen=1_000)
PENDING = []
ACTIVE = {}
HANDLERS = {}
HOOKS = []
CONVERTERS = {}
NEWEST = OrderedDict()
TOTALS = {}
UPLOADS = {}
PLUGINS = []
SETTINGS = {}
GROUPS = {}
GUARDS = {}
COMPILED = {}
WALKED = set()
PAIRED = {}
BY_OBJECT = weakref.WeakKeyDictionary()
FINALIZED = {}
CLOSED = {}
FORMS = {}


class SpacesOk:
    names = []
    keys = []

    @classmethod
    def prepare(cls, points):
        # All calls but the first find the keys, and leave.
        if cls.keys:
            return
        for point in points():
            cls.names.append(point.name + "_space")
        cls.keys = cls.names + ["profile"]


def record_event_bad(kind, payload):
    EVENTS.append({"kind": kind, "payload": payload, "at": time.time()})  # expect: LL106


def log_in_bad(user):
    token = uuid.uuid4().hex
    SESSIONS[token] = {"user": user, "since": time.time()}  # expect: LL106
    return token


def allow_bad(address):
    # Old times go, but whoever came once has an entry for ever.
    now = time.time()
    HITS[address] = [moment for moment in HITS[address] if now - moment < 60]  # expect: LL106
    HITS[address].append(now)
    return len(HITS[address]) < 100


def greet_bad(visitor):
    VISITORS.add(f"{visitor.name}@{visitor.host}")  # expect: LL106


async def order_bad(item):
    ORDERS.append(item)  # expect: LL106


class QueueBad:
    def __init__(self):
        self.results = {}

    def submit(self, work):
        number = uuid.uuid4()
        self.results[number] = {"state": "new", "work": work}  # expect: LL106
        return number

    def state(self, number):
        return self.results[number]["state"]


queue = QueueBad()


class Connection:
    opened = []

    def __init__(self, address):
        self.address = address
        self.opened.append(self)  # also a case of LL106  # expect: LL207


def record_recent_ok(kind, payload):
    RECENT.append({"kind": kind, "payload": payload, "at": time.time()})


def enqueue_ok(work):
    PENDING.append({"work": work, "at": time.time()})


def drain_ok():
    done, PENDING[:] = list(PENDING), []
    return done


def log_in_once_ok(user):
    ACTIVE[user.id] = {"user": user, "since": time.time()}


def log_out_ok(user):
    ACTIVE.pop(user.id, None)


def handles_ok(kind):
    # Run when modules are imported: there are as many entries as handlers were written.
    def enter(function):
        HANDLERS[kind] = function
        return function

    return enter


def on_exit_ok(hook, *arguments):
    HOOKS.append((hook, arguments))


def leave_ok():
    for hook, arguments in HOOKS:
        hook(*arguments)


def register_converter_ok(name, converter):
    if name in CONVERTERS:
        raise ValueError(name)
    CONVERTERS[name] = [converter]


def remember_newest_ok(key, payload):
    NEWEST[key] = {"payload": payload, "at": time.time()}
    if len(NEWEST) > 500:
        NEWEST.popitem(last=False)


def count_ok(answer):
    # Two keys, however often it is called.
    TOTALS[answer is None] = {"at": time.time()}


def upload_ok(path, chunks):
    job = uuid.uuid4()
    UPLOADS[job] = {"path": path, "at": time.time()}
    try:
        return sum(len(chunk) for chunk in chunks)
    finally:
        del UPLOADS[job]


class Report:
    def __init__(self):
        self.lines = []
        self.seen = set()

    def add(self, row):
        self.lines.append({"row": row, "at": time.time()})
        self.seen.add(f"{row.id}/{row.name}")

    def text(self):
        return len(self.lines), len(self.seen)


def report_ok(rows):
    # The report goes with its function, and its lines with it.
    report = Report()
    for row in rows:
        report.add(row)
    return report.text()


def settings_ok(defaults):
    # The same keys each time.
    SETTINGS.update(defaults)


class StationBad:
    """Its entries come and go, but for one table of them."""

    def __init__(self):
        self.open = {}
        self.log = {}

    async def enter(self, train):
        self.open[train.number] = train
        self.log[train.number] = {"since": time.time()}  # expect: LL106

    async def leave(self, train):
        del self.open[train.number]


def group_bad(number):
    return GROUPS.setdefault(number, object())  # expect: LL106


class PluginOk:
    def __init_subclass__(cls, **options):
        PLUGINS.append({"type": cls, "options": options})


class Guard:
    pass


def guard_bad(thing):
    # The entry stays when the thing is gone, and another thing may get its id.
    key = id(thing)
    if key not in GUARDS:
        GUARDS[key] = Guard()  # expect: LL106
    return GUARDS[key]


def compile_bad(template):
    try:
        return COMPILED[id(template)]
    except KeyError:
        COMPILED[id(template)] = code = compile(template.text, template.name, "exec")  # expect: LL106
        return code


def walk_bad(node):
    if id(node) in WALKED:
        return 0
    WALKED.add(id(node))  # expect: LL106
    return 1 + sum(walk_bad(child) for child in node.children)


def distance_bad(left, right):
    PAIRED[id(left), id(right)] = left.distance(right)  # expect: LL106


def weak_guard_ok(thing):
    guard = BY_OBJECT.get(thing)
    if guard is None:
        guard = BY_OBJECT[thing] = Guard()
    return guard


def finalized_ok(thing):
    # It goes with the thing.
    FINALIZED[id(thing)] = Guard()
    weakref.finalize(thing, FINALIZED.pop, id(thing), None)


def opened_ok(connection):
    CLOSED[id(connection)] = Guard()


def closed_ok(connection):
    CLOSED.pop(id(connection), None)


def walk_once_ok(node, walked=None):
    # The set goes with the walk.
    walked = set() if walked is None else walked
    if id(node) in walked:
        return 0
    walked.add(id(node))
    return 1 + sum(walk_once_ok(child, walked) for child in node.children)


class WalkerOk:
    # One walker for each walk, as far as this file tells.
    def __init__(self):
        self.walked = set()

    def walk(self, node):
        if id(node) not in self.walked:
            self.walked.add(id(node))
            for child in node.children:
                self.walk(child)


def form_ok(kind):
    # As many as there are classes.
    def enter(form):
        FORMS[id(form)] = kind
        return form

    return enter


class StationMasterBad:
    """The gates are forgotten, and the log is: only the trains leave."""

    def __init__(self):
        self.trains = {}
        self.gates = {}
        self.calls = {}
        self.whistles = defaultdict(int)
        self.stops = set()

    def arrive(self, number, train, gate):
        self.trains[number] = train
        self.gates[number] = gate  # expect: LL106
        self.whistles[number] += 1  # expect: LL106
        self.stops.add(number)  # expect: LL106

    def depart(self, number):
        del self.trains[number]


class HarbourBad:
    """The berth of a ship is named by two parts of it."""

    def __init__(self):
        self.ships = {}
        self.berths = {}

    def land(self, ship, berth):
        self.ships[ship.flag, ship.name] = ship
        self.berths[ship.flag, ship.name] = berth  # expect: LL106

    def sail(self, ship):
        self.ships.pop((ship.flag, ship.name), None)


class WorkerBad:
    """A table of the class, with the key that each object has: the object is done with it, and its stamp stays."""

    workers = {}
    stamps = {}

    def __init__(self, name):
        self.name = name
        self.workers.setdefault(name, self)

    def beat(self, moment):
        self.stamps[self.name] = moment  # expect: LL106

    def end(self):
        del self.workers[self.name]


LINES = {}
COLOURS = {}


def open_line_bad(number, line, colour):
    LINES[number] = line
    COLOURS[number] = colour  # expect: LL106


def close_line(number):
    del LINES[number]


class StationMasterOk:
    """Both are looked after, in two places."""

    def __init__(self):
        self.trains = {}
        self.tracks = {}

    def arrive(self, number, train, track):
        self.trains[number] = train
        self.tracks[number] = track

    def depart(self, number):
        del self.trains[number]
        self.forget(number)

    def forget(self, number):
        self.tracks.pop(number, None)


class NightOk:
    """The other one is emptied once a night."""

    def __init__(self):
        self.guests = {}
        self.rooms = {}

    def enter(self, number, guest, room):
        self.guests[number] = guest
        self.rooms[number] = room

    def leave(self, number):
        del self.guests[number]

    def midnight(self):
        self.rooms = {}


class ShelvesOk:
    """What nobody holds leaves the second table by itself."""

    def __init__(self):
        self.books = {}
        self.readers = weakref.WeakValueDictionary()

    def lend(self, number, book, reader):
        self.books[number] = book
        self.readers[number] = reader

    def give_back(self, number):
        del self.books[number]


class HandedOnOk:
    """Somebody else has the second table, and may look after it."""

    def __init__(self, keeper):
        self.doors = {}
        self.keys = {}
        keeper.watch(self.keys)

    def open(self, number, door, key):
        self.doors[number] = door
        self.keys[number] = key

    def close(self, number):
        del self.doors[number]


class OtherKeysOk:
    """Two tables of one method, and nothing that their keys have to do with each other."""

    def __init__(self):
        self.visits = {}
        self.tongues = {}

    def enter(self, number, tongue, visit):
        self.visits[number] = visit
        self.tongues[tongue] = visit.day

    def leave(self, number):
        del self.visits[number]


class DroppedOk:
    def __init__(self):
        self.open = {}
        self.seen = {}

    def begin(self, name, place):
        self.open[name] = place
        self.seen[name] = place

    def end(self, name):
        del self.open[name]


def dropped_ok(names):
    # The tables go with the function.
    tables = DroppedOk()
    for name in names:
        tables.begin(name, len(name))
        tables.end(name)
    return tables.seen


class LogPageBad:
    """Shows what was logged: without a target the handler never empties its buffer, and the capacity only says how often it tries."""

    def __init__(self, site):
        self.kept = MemoryHandler(400)  # expect: LL106
        site.addHandler(self.kept)

    def text(self):
        return len(self.kept.buffer)


def keep_log_bad(site):
    site.addHandler(MemoryHandler(100, logging.ERROR, None))  # expect: LL106


class LogFileOk:
    """It hands on what it has."""

    def __init__(self, site, file):
        self.kept = MemoryHandler(400, target=file)
        site.addHandler(self.kept)


def count_records_ok(records):
    # No logger writes to it, and it goes with the function.
    kept = MemoryHandler(400)
    for record in records:
        kept.emit(record)
    return len(kept.buffer)


MERGED = {}
ROWS = []
MERGING = {}
ROUNDS = []


@inlineCallbacks
def merge_bad(things):
    merged = yield read(things)
    MERGED[id(things)] = merged  # expect: LL106


@gen.coroutine
def fetch_row_bad(request):
    row = yield read(request)
    ROWS.append({"row": row, "at": time.time()})  # expect: LL106


@inlineCallbacks
def merge_ok(things):
    MERGING[id(things)] = merged = yield read(things)
    del MERGING[id(things)]
    return merged


@gen.coroutine
def round_ok(players):
    # What the function has made goes with it.
    scores = []
    for player in players:
        scores.append((yield read(player)))
    return max(scores)


def read(things):
    return things.read()
