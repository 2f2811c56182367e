namespace LeakLens.Engine.Tests.Evaluation;

/// <summary>
/// What functions of the library hold, call and empty. The bytes are those that <c>tracemalloc</c> counted at the end of the
/// program under CPython 3.11; the engine has to claim the same within three percent, or nothing where nothing is kept.
/// </summary>
public sealed class LibraryGrowthTests
{
    [Theory]
    [InlineData(541100, "from functools import partial\ndef run(*notes):\n    return len(notes)\nstep = partial(run)\nfor n in range(1_500):\n    step = partial(step, 'measured %05d ' % n * 20)\n    step()\n")]
    [InlineData(0, "from functools import partial\nclass Bell:\n    def ring(self):\n        pass\nbells = []\nfor n in range(3_000):\n    bell = Bell()\n    bells.append(bell.ring)\n    bells.remove(bell.ring)\n")]
    [InlineData(698576, "from functools import partial\nclass Bell:\n    def __init__(self):\n        self.log = ['-'] * 100\n    def ring(self):\n        pass\nbells = []\nfor n in range(600):\n    bell = Bell()\n    bells.append(partial(bell.ring))\n    if partial(bell.ring) in bells:\n        bells.clear()\n")]
    public void Partials(long retained, string program) => Claims.Check(retained, program);

    [Theory]
    [InlineData(0, "from collections import ChainMap\nscope = ChainMap({'depth': 0})\nfor n in range(900):\n    scope = scope.new_child({'name': 'function %d' % n}).parents\n")]
    public void Chains(long retained, string program) => Claims.Check(retained, program);

    [Theory]
    [InlineData(0, "rows = []\nfor n in range(20_000):\n    rows.append((n, n))\n    if n % 50 == 0:\n        rows.__init__()\n")]
    [InlineData(0, "import bisect\ntimes = []\nfor n in range(15_000):\n    bisect.insort(times, n + n % 5)\n    del times[:bisect.bisect_left(times, n - 30)]\n")]
    [InlineData(593360, "import bisect\ntimes = []\nfor n in range(15_000):\n    bisect.insort(times, n + n % 5)\n    del times[:bisect.bisect_left(times, n - 30_000)]\n")]
    public void Emptied(long retained, string program) => Claims.Check(retained, program);

    [Theory]
    [InlineData(718150, "import re\nnames = {}\ndef keep(match):\n    names[match[0]] = len(names)\n    return '*'\nfor n in range(6_000):\n    re.sub(r'[a-z]+\\d+', keep, f'call {n} of guest{n} today')\n")]
    [InlineData(1306584, "rows = [*map('{:>30}'.format, range(15_000))]\n")]
    [InlineData(1527104, "from operator import itemgetter\nfrom itertools import groupby\ndays = {}\nrows = ({'day': n // 10, 'n': n} for n in range(6_000))\nfor day, group in groupby(rows, key=itemgetter('day')):\n    days[day] = list(group)\n")]
    [InlineData(825288, "from functools import lru_cache\nclass Shape:\n    def __init__(self, n):\n        self.n = n\n    @property\n    @lru_cache(maxsize=None)\n    def outline(self):\n        return [self.n] * 20\nfor n in range(2_000):\n    Shape(n).outline\n")]
    public void Called(long retained, string program) => Claims.Check(retained, program);

    [Theory]
    [InlineData(1840656, "merged = set()\nfor n in range(0, 25_000, 100):\n    merged |= set(range(n, n + 100))\n")]
    [InlineData(901520, "kinds = []\nfor n in range(15_000):\n    kinds.append(type(n).__name__)\n")]
    [InlineData(424056, "import threading\nclass Probe(threading.Thread):\n    def __init__(self, n):\n        super().__init__(name='probe')\n        self.n = n\n    def run(self):\n        self.n += 1\nprobes = []\nfor n in range(200):\n    probe = Probe(n)\n    probe.start()\n    probe.join()\n    probes.append(probe)\n")]
    public void Sizes(long retained, string program) => Claims.Check(retained, program);

    [Theory]
    [InlineData(2654332, "import queue, threading\nclass Collector:\n    def __init__(self):\n        self.inbox = queue.Queue()\n        threading.Thread(target=self.work, daemon=True).start()\n    def work(self):\n        recent = []\n        while True:\n            recent.append(self.inbox.get())\n            self.inbox.task_done()\ncollector = Collector()\nfor n in range(12_000):\n    collector.inbox.put('row %d' % n * 20)\ncollector.inbox.join()\n")]
    [InlineData(0, "import queue, threading\nclass Collector:\n    def __init__(self):\n        self.inbox = queue.Queue()\n        threading.Thread(target=self.work, daemon=True).start()\n    def work(self):\n        recent = []\n        while True:\n            item = self.inbox.get()\n            if item is None:\n                break\n            recent.append(item)\n            self.inbox.task_done()\ncollector = Collector()\nfor n in range(12_000):\n    collector.inbox.put('row %d' % n * 20)\ncollector.inbox.join()\ncollector.inbox.put(None)\nimport time\ntime.sleep(0.05)\n")]
    public void Locals_of_a_thread_that_waits(long retained, string program) => Claims.Check(retained, program);

    [Theory]
    [InlineData(184624, "from decimal import Decimal, ROUND_HALF_UP\nbook = {}\nfor n in range(3_000):\n    price = (Decimal(100) + n * Decimal('0.01')).quantize(Decimal('0.1'), ROUND_HALF_UP)\n    book.setdefault(price, []).append(n)\n")]
    [InlineData(187151, "from fractions import Fraction\nparts = []\nshare = Fraction(0)\nwhile share < 900:\n    share += Fraction(3, 7)\n    parts.append(-share)\n")]
    [InlineData(0, "from datetime import datetime, timedelta\ndays = {}\nstart = datetime(2024, 1, 1)\nfor n in range(40_000):\n    days[(start + n * timedelta(minutes=7)).date()] = n\n")]
    public void Numbers(long retained, string program) => Claims.Check(retained, program);

    [Theory]
    [InlineData(5987882, "from dataclasses import asdict, dataclass, field\n@dataclass\nclass Row:\n    name: str\n    tags: list = field(default_factory=list)\nkept = []\nfor n in range(2_000):\n    kept.append(asdict(Row(f'row {n}' * 200, ['a' * 500, f'{n}' * 300])))\n")]
    [InlineData(295608, "def hook(function):\n    function.hook = True\n    return function\nclass Plugin:\n    limit = 3\n    @hook\n    def check(self):\n        return 1\n    def other(self):\n        return 2\ncalls = []\nfor n in range(2_000):\n    plugin = Plugin()\n    for name in dir(type(plugin)):\n        found = getattr(type(plugin), name)\n        if callable(found) and hasattr(found, 'hook'):\n            calls.append(getattr(plugin, name))\n")]
    [InlineData(0, "import functools, inspect\nhandlers = []\ndef once(handler):\n    @functools.wraps(handler)\n    def wrapper():\n        for place, known in enumerate(handlers):\n            if inspect.unwrap(known) == handler:\n                del handlers[place]\n                break\n        return handler()\n    handlers.append(wrapper)\nfor n in range(2_000):\n    once(lambda n=n: [n])\n    handlers[-1]()\n")]
    [InlineData(0, "import atexit\nclass Upload:\n    def __init__(self, n):\n        self.data = bytes(20_000 + n)\n        atexit.register(self.close)\n    def close(self):\n        self.data = b''\nfor n in range(300):\n    upload = Upload(n)\n    atexit.unregister(upload.close)\ndel upload\n")]
    [InlineData(926506, "class Single(type):\n    made = {}\n    def __call__(cls, *args):\n        if cls not in cls.made:\n            cls.made[cls] = super().__call__(*args)\n        return cls.made[cls]\nclass Store(metaclass=Single):\n    def __init__(self):\n        self.rows = []\nfor n in range(2_000):\n    Store().rows.append('x' * 400 + str(n))\n")]
    public void Looked_at(long retained, string program) => Claims.Check(retained, program);

    [Theory]
    [InlineData(633770, "import logging\nclass Keep(logging.Handler):\n    def __init__(self):\n        super().__init__()\n        self.lines = []\n    def emit(self, record):\n        self.lines.append(self.format(record))\nlog = logging.getLogger('app')\nlog.setLevel(logging.INFO)\nlog.propagate = False\nkeep = Keep()\nkeep.setFormatter(logging.Formatter('%(asctime)s %(levelname)s %(name)s: %(message)s'))\nlog.addHandler(keep)\nfor n in range(3_000):\n    log.info('request %d took %s', n, 'm' * 100)\n    log.debug('not %d', n)\n")]
    [InlineData(1785320, "import logging\nfrom logging.handlers import MemoryHandler\nlog = logging.getLogger('app')\nlog.setLevel('INFO')\nlog.propagate = False\nlog.addHandler(MemoryHandler(capacity=50))\nfor n in range(3_000):\n    log.info('request %d', n)\n")]
    [InlineData(0, "import logging\nfrom logging.handlers import MemoryHandler\nlog = logging.getLogger('app')\nlog.setLevel('INFO')\nlog.propagate = False\nlog.addHandler(MemoryHandler(capacity=50, target=logging.NullHandler()))\nfor n in range(3_020):\n    log.info('request %d', n)\n")]
    public void Logged(long retained, string program) => Claims.Check(retained, program);
}
