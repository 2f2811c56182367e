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
}
