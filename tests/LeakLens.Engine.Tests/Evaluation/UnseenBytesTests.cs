namespace LeakLens.Engine.Tests.Evaluation;

/// <summary>
/// What CPython 3.11 makes beside the objects that a program names. The bytes are those that <c>tracemalloc</c> counted at the end of the
/// program; the engine has to claim the same within three percent, or nothing where nothing is kept.
/// </summary>
public sealed class UnseenBytesTests
{
    [Theory]
    [InlineData(408518, "from itertools import chain\nrows = iter(())\nfor n in range(1_500):\n    rows = chain(rows, ['row %d' % n])\n")]
    [InlineData(0, "from itertools import chain\nrows = iter(())\nfor n in range(1_500):\n    rows = chain(rows, ['row %d' % n])\n    next(rows)\n")]
    [InlineData(660344, "from itertools import tee\nahead, behind = tee(n * 0.5 for n in range(20_000))\nfor value in ahead:\n    pass\n")]
    [InlineData(449872, "spans = []\nfor n in range(3_000):\n    spans.append(range(n, n + 1_000))\n")]
    [InlineData(266424, "def scanner(n):\n    for position in range(n + 1_000):\n        yield position\nwaiting = []\nfor n in range(900):\n    scan = scanner(n)\n    next(scan)\n    waiting.append(scan)\n")]
    [InlineData(2188920, "kept = []\nfor n in range(2_000):\n    kept.append(enumerate([n]))\n    kept.append(zip([n], (n, 1), 'ab'))\n    kept.append(filter(None, {n: 1}))\n")]
    public void Iterators_hold_what_is_made_with_them(long retained, string program) => Claims.Check(retained, program);

    [Theory]
    [InlineData(551248, "import weakref\nclass Page:\n    pass\nclass Note:\n    def __init__(self, page):\n        self.page = page\nnotes = weakref.WeakKeyDictionary()\nfor n in range(2_000):\n    page = Page()\n    notes[page] = Note(page)\n")]
    public void Entries_of_weak_keys_that_their_values_keep_alive(long retained, string program) => Claims.Check(retained, program);

    [Theory]
    [InlineData(654776, "from functools import cached_property\nclass Page:\n    def __init__(self, n):\n        self.n = n\n    @cached_property\n    def words(self):\n        return [self.n] * 10\npages = []\nfor n in range(2_000):\n    page = Page(n)\n    page.words\n    pages.append(page)\n")]
    [InlineData(260128, "import copy\nclass Plan:\n    def __init__(self):\n        self.name = 'plan'\n        self.steps = list(range(100))\n        self.done = False\nplan = Plan()\nversions = []\nfor n in range(1_500):\n    versions.append(copy.copy(plan))\n")]
    public void Instances_whose_attributes_are_in_a_dict(long retained, string program) => Claims.Check(retained, program);

    [Theory]
    [InlineData(1381202, "batch = []\nfor n in range(9_000):\n    batch.append((n, 'line %d' % n))\n    batch = list(batch)\n")]
    [InlineData(626424, "class Hub:\n    def __init__(self):\n        self.calls = []\n    def add(self, call):\n        self.calls.append(call)\n    def remove(self, call):\n        self.calls = [one for one in self.calls if one is not call]\nclass User:\n    def __init__(self, n):\n        self.notes = [n] * 100\n    def told(self):\n        pass\nhub = Hub()\nfor n in range(600):\n    user = User(n)\n    hub.add(user.told)\n    hub.remove(user.told)\n")]
    [InlineData(0, "class Hub:\n    def __init__(self):\n        self.calls = []\n    def add(self, call):\n        self.calls.append(call)\n    def remove(self, call):\n        self.calls = [one for one in self.calls if one != call]\nclass User:\n    def __init__(self, n):\n        self.n = n\n    def told(self):\n        pass\nhub = Hub()\nfor n in range(600):\n    user = User(n)\n    hub.add(user.told)\n    hub.remove(user.told)\n")]
    public void Places_that_are_bound_to_what_was_made_of_their_contents(long retained, string program) => Claims.Check(retained, program);

    [Theory]
    [InlineData(99848, "import io\npage = io.StringIO()\nfor n in range(500):\n    page.truncate(0)\n    page.write('line %d of a page that is written behind its end\\n' % n)\n")]
    [InlineData(69346, "import io\nlog = io.StringIO()\nfor n in range(3_000):\n    print('entry', n, 'of the log', file=log)\n    if n % 50 == 0:\n        log.seek(0)\n        log.read()\n")]
    [InlineData(120376, "import io\nlog = io.StringIO()\nlog.write('-')\nfor n in range(3_000):\n    log.seek(0, 2)\n    log.seek(n * 10)\n    log.write('entry %d of the log ' % n)\n")]
    [InlineData(446592, "import io\nbook = io.StringIO(''.join(f'{n:>40}' for n in range(5_000)))\nparts = []\nwhile part := book.read(250):\n    parts.append(part + part)\nbook.close()\n")]
    public void Streams_of_text(long retained, string program) => Claims.Check(retained, program);

    [Theory]
    [InlineData(196648, "numbers = []\nfor n in range(1_200):\n    numbers.append(3 ** n)\n")]
    public void Large_numbers(long retained, string program) => Claims.Check(retained, program);

    [Theory]
    [InlineData(396008, "import gc\ngc.disable()\nclass Leaf:\n    def __init__(self, tree):\n        self.tree = tree\n        self.name = 'leaf ' * 20\nclass Tree:\n    def __init__(self, n):\n        self.leaves = [Leaf(self) for _ in range(4)]\n        self.n = n\nfor n in range(700):\n    Tree(n)\n")]
    [InlineData(0, "import gc\ngc.disable()\nclass Leaf:\n    def __init__(self, tree):\n        self.tree = tree\n        self.name = 'leaf ' * 20\nclass Tree:\n    def __init__(self, n):\n        self.leaves = [Leaf(self) for _ in range(4)]\n        self.n = n\nfor n in range(700):\n    Tree(n)\n    if n % 50 == 49:\n        gc.collect()\n")]
    [InlineData(0, "import gc\ngc.disable()\nclass Leaf:\n    def __init__(self, n):\n        self.n = n\nclass Tree:\n    def __init__(self, n):\n        self.leaves = [Leaf(n) for _ in range(4)]\nfor n in range(700):\n    Tree(n)\n")]
    public void Cycles_without_a_collector(long retained, string program) => Claims.Check(retained, program);

    [Theory]
    [InlineData(132778, "seen = {}\nfor n in range(1_500):\n    seen = {**seen, f'key {n % 1_200}': n * 1_000}\n")]
    public void Dicts_that_are_copied_whole(long retained, string program) => Claims.Check(retained, program);
}
