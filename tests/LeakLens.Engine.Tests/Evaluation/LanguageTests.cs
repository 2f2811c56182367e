namespace LeakLens.Engine.Tests.Evaluation;

/// <summary>
/// What the language does with memory, mechanism by mechanism. The bytes are those that <c>tracemalloc</c> counted at the end of
/// the program under CPython 3.11; the engine has to claim the same within three percent, or nothing where nothing is kept.
/// </summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData(3178946, "problems = []\ndef decode(number):\n    data = bytes(3_000 + number)\n    if data[0] == 0:\n        raise ValueError(f'upload {number}: no header')\nfor number in range(800):\n    try:\n        decode(number)\n    except ValueError as problem:\n        problems.append(problem)\n")]
    [InlineData(282912, "problems = []\ndef decode():\n    raise ValueError\nfor number in range(800):\n    try:\n        decode()\n    except ValueError as problem:\n        problems.append(problem)\n")]
    [InlineData(0, "problems = []\ndef decode():\n    raise KeyError\nfor number in range(8_000):\n    try:\n        decode()\n    except ValueError as problem:\n        problems.append(problem)\n    except LookupError:\n        pass\n")]
    [InlineData(0, "seen = []\nfor number in range(8_000):\n    try:\n        value = number + 1\n    except ValueError:\n        seen.append('x' * 100 + str(number))\n")]
    [InlineData(171714, "problems = []\nfor number in range(800):\n    problems.append(ValueError(f'upload {number}: no header'))\n")]
    public void Exceptions(long retained, string program) => Claims.Check(retained, program);

    [Theory]
    [InlineData(1645256, "def running(source):\n    values = []\n    for value in source:\n        values.append(value * 1.0)\n        yield values\nstream = running(iter(range(60_000)))\nlast = None\nfor _ in range(50_000):\n    last = next(stream)\n")]
    [InlineData(0, "def running(source):\n    for value in source:\n        yield value * 1.0\nstream = running(iter(range(60_000)))\nfor _ in range(50_000):\n    last = next(stream)\n")]
    [InlineData(0, "def collect():\n    values = []\n    for n in range(50_000):\n        values.append(n * 1.0)\n        yield n\nfor n in collect():\n    pass\n")]
    public void Generators(long retained, string program) => Claims.Check(retained, program);

    [Theory]
    [InlineData(676362, "class Batch:\n    def __init__(self):\n        self.items = []\ncurrent = Batch()\ndone = []\nfor n in range(10_000):\n    if len(current.items) >= 100:\n        done.append(current)\n        current = Batch()\n    current.items.append('row %d' % n)\n")]
    [InlineData(2255784, "class Particle:\n    __slots__ = ('x', 'y', 'charge')\n    def __init__(self, x, y, charge):\n        self.x = x\n        self.y = y\n        self.charge = charge\ncloud = []\nfor n in range(20_000):\n    cloud.append(Particle(n * 0.1, n * 0.2, n % 2))\n")]
    [InlineData(0, "from dataclasses import dataclass\n@dataclass(frozen=True)\nclass Position:\n    row: int\n    column: int\nvisited = set()\nfor n in range(16_000):\n    visited.add(Position(n % 8, n % 5))\n")]
    [InlineData(600016, "class Item:\n    def __init__(self, key):\n        self.key = key\nitems = []\nfor n in range(5_000):\n    items.append(Item(n))\n")]
    public void Classes(long retained, string program) => Claims.Check(retained, program);

    [Theory]
    [InlineData(0, "from contextlib import contextmanager\nopen_spans = []\n@contextmanager\ndef span(name):\n    open_spans.append({'name': name})\n    try:\n        yield len(open_spans)\n    finally:\n        open_spans.pop()\nfor request in range(6_000):\n    with span(f'/items/{request}') as depth:\n        pass\n")]
    [InlineData(0, "from contextlib import suppress\nkept = []\nfor n in range(6_000):\n    with suppress(KeyError):\n        raise KeyError(n)\n        kept.append('x' * n)\n")]
    public void Contexts(long retained, string program) => Claims.Check(retained, program);

    [Theory]
    [InlineData(471365, "moves = []\ndef move(height, start, goal, spare):\n    if height == 0:\n        return 0\n    before = move(height - 1, start, spare, goal)\n    moves.append((height, start + goal))\n    return before + 1 + move(height - 1, spare, goal, start)\nmove(12, 'a', 'b', 'c')\n")]
    [InlineData(458501, "from collections import OrderedDict\ncache = OrderedDict()\ndef get(key):\n    if key in cache:\n        cache.move_to_end(key)\n        return cache[key]\n    cache[key] = 'x' * (key % 50 + 100)\n    if len(cache) > 2_000:\n        cache.popitem(last=False)\n    return cache[key]\nfor n in range(9_000):\n    get(n * n % 3_001)\n")]
    [InlineData(332298, "log = []\nfor word in sorted({'b': 2, 'a': 1, 'c': 3}.items(), key=lambda pair: -pair[1]):\n    for n in range(word[1] * 500):\n        log.append(word[0] * 50 + str(n))\n")]
    [InlineData(254008, "class Node:\n    def __init__(self, key):\n        self.key = key\n        self.left = None\n        self.right = None\ndef insert(node, key):\n    if node is None:\n        return Node(key)\n    if key < node.key:\n        node.left = insert(node.left, key)\n    elif key > node.key:\n        node.right = insert(node.right, key)\n    return node\nroot = None\nfor n in range(3_000):\n    root = insert(root, n * 7919 % 2_003)\n")]
    [InlineData(0, "from collections import deque\nwaiting = deque()\nfor n in range(20_000):\n    waiting.append((n, 'visitor %d' % n))\n    while waiting and waiting[0][0] < n - 60:\n        waiting.popleft()\n")]
    [InlineData(0, "class Box:\n    def __init__(self, n):\n        self.n = n\n    def __eq__(self, other):\n        return self.n == other.n\nboxes = []\nfor n in range(3_000):\n    boxes.append(Box(n))\n    if Box(n - 5) in boxes:\n        boxes.remove(Box(n - 5))\n")]
    [InlineData(0, "left = {n: str(n) * 20 for n in range(3_000)}\nfor n in sorted(left, reverse=True):\n    if n % 100:\n        del left[n]\nleft = {k: left[k] for k in list(left)[:3]}\n")]
    public void What_values_decide(long retained, string program) => Claims.Check(retained, program);

    [Fact]
    public void What_the_world_decides_is_not_run_exactly()
    {
        var facts = Claims.Gather("import sys\nkept = []\nfor n in range(5_000):\n    if len(sys.argv) > n % 7:\n        kept.append('x' * 100 + str(n))\n");

        facts.Growths.ShouldHaveSingleItem().Times.ShouldBe(new Quantities.Quantity(0, 5_000));
    }
}
