"""Collections of a service that only ever grow, and tables that look the same and do not.

Nothing in this file calls these functions: whoever imports it does, again and again.
"""

import time
import uuid
import weakref
from collections import OrderedDict, defaultdict, deque

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
