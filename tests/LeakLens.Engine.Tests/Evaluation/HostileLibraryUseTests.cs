using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Facts;
using LeakLens.Engine.Library;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Evaluation;

/// <summary>
/// Programs that have the library do much in few steps: what is done for them is part of the budget, and what is remembered of it has a bound.
/// Without that each of them took minutes, or gigabytes.
/// </summary>
public sealed class HostileLibraryUseTests
{
    private const long Megabyte = 1L << 20;

    [Theory]
    [InlineData("import re\ntext = 'ab' * 200000\nn = 0\nfor i in range(100000):\n    n += len(re.findall('a+b', text))\n")]
    [InlineData("import re\np = re.compile('(a*)*b')\nn = 0\nfor i in range(100000):\n    n += 1 if p.match('a' * 40) else 0\n")]
    [InlineData("import re\ntext = 'abc ' * 50000\nfor i in range(100000):\n    x = re.sub(r'\\w+', 'x', text)\n    for m in re.finditer(r'\\s', text):\n        pass\n")]
    [InlineData("import difflib\na = [str(i * 7 % 50) for i in range(2000)]\nb = [str(i * 5 % 50) for i in range(2000)]\nn = 0\nfor i in range(10000):\n    n += len(list(difflib.unified_diff(a, b)))\n    n += difflib.SequenceMatcher(None, 'ab' * 1000, 'ba' * 1000).ratio() > 0.5\n")]
    [InlineData("import difflib\nwords = ['apple' * 60 + str(i) for i in range(3000)]\nn = 0\nfor i in range(1000):\n    n += len(difflib.get_close_matches('appel' * 60, words))\n")]
    [InlineData("from urllib.parse import urlencode, quote\nd = {f'k{i}': 'é' * 300 for i in range(1000)}\nn = 0\nfor i in range(10000):\n    n += len(urlencode(d))\n    n += len(quote('é' * 100000))\n")]
    [InlineData("import contextvars\nvs = [contextvars.ContextVar(f'v{i}') for i in range(5000)]\nfor r in range(100):\n    for v in vs:\n        v.set(r)\n")]
    [InlineData("a = 'x' * 400000\nb = 'x' * 399999 + 'x'\nn = 0\nfor i in range(1000000):\n    if a == b:\n        n += 1\n    n += a.count('xy') + b.find('y')\n")]
    [InlineData("b = b'ab' * 200000\nn = 0\nfor i in range(100000):\n    n += b.count(b'ba') + len(b.replace(b'a', b'cc'))\n")]
    [InlineData("import textwrap\nt = 'lorem ipsum ' * 20000\nn = 0\nfor i in range(10000):\n    n += len(textwrap.wrap(t, 70)) + len(textwrap.dedent(t))\n")]
    [InlineData("import io\ns = io.StringIO()\nfor i in range(40000):\n    s.write('line of text %d\\n' % i)\nn = 0\nfor r in range(1000):\n    s.seek(0)\n    for line in s:\n        n += len(line)\n")]
    [InlineData("import tempfile, os\nd = tempfile.mkdtemp()\nfor i in range(20000):\n    os.mkdir(f'{d}/{i}')\nfor i in range(20000):\n    os.rmdir(f'{d}/{i}')\n    os.listdir(d)\n")]
    [InlineData("b = bytearray(4000000)\nn = 0\nfor i in range(10000000):\n    b.insert(0, 1)\n    n += b.pop(0)\n    del b[0]\n    b[0:0] = b'x'\n")]
    [InlineData("b = bytearray(4000000)\nn = 0\nfor i in range(10000000):\n    n += b.find(b'x') + (b == b'y') + len(bytes(b)) + b[i % 1000]\n    c = b + b'z'\n    d = b[1:]\n")]
    [InlineData("rows = [('x' * 400000 + str(i), i) for i in range(40)] * 250\nn = 0\nfor i in range(1000):\n    n += len(sorted(rows)) + len(sorted(rows, key=lambda row: row[0]))\n")]
    [InlineData("t = 'ab' * 200000\nn = 0\nfor i in range(100000):\n    n += len(sorted(t)) + len(set(t))\n")]
    [InlineData("import statistics\ndata = [i * 0.1 for i in range(4000)]\nn = 0\nfor i in range(100000):\n    n += statistics.stdev(data) + statistics.median(data)\n")]
    [InlineData("import heapq, fnmatch, html\ndata = list(range(100000))\nnames = ['a' * 5000] * 1000\nn = 0\nfor i in range(100000):\n    n += len(heapq.nlargest(3, data, key=lambda x: -x)) + len(fnmatch.filter(names, 'a*a*a*b')) + len(html.escape('<' * 60000))\n")]
    [InlineData("import uuid, secrets\nn = 0\nfor i in range(100000000):\n    n += len(secrets.token_hex(30000)) + len(str(uuid.uuid4()))\n")]
    [InlineData("import time\nend = time.monotonic() + 3600\nn = 0\nwhile time.monotonic() < end:\n    n += 1\n")]
    public void Work_of_the_library_is_part_of_the_budget(string program) =>
        ExactRun.Try(SyntaxTree.Parse(SourceText.From(program)), TargetVersion.Python311, LibraryCatalogue.BuiltIn, CancellationToken.None).Done.ShouldBeNull();

    /// <summary>Of the memory that is taken in all, most is let go of on the way.</summary>
    [Theory]
    [InlineData("import tempfile\nd = tempfile.mkdtemp()\nfor i in range(100000):\n    with open(f'{d}/{i}', 'w') as f:\n        f.write('x')\n")]
    [InlineData("import tempfile\nd = tempfile.mkdtemp()\nfor i in range(3000):\n    f = open(f'{d}/{i}', 'wb')\n    f.seek(16000000)\n    f.write(b'x')\n")]
    [InlineData("kept = []\nfor n in range(100000):\n    kept.append(bytes([n % 256]) * 400000)\n")]
    [InlineData("kept = []\nx = 1 << 200000\nfor n in range(100000):\n    kept.append(x + n)\n")]
    [InlineData("kept = []\nfor i in range(100000):\n    kept.append(bytearray(4000000))\n")]
    [InlineData("import hashlib\nkept = []\nfor i in range(100000):\n    h = hashlib.sha256()\n    h.update(b'x' * 400000)\n    kept.append(h)\n")]
    [InlineData("a = set(range(10000))\nkept = []\nfor i in range(100000):\n    kept.append(set(a))\n    kept.append(dict.fromkeys(a))\n    kept.append(frozenset(a))\n")]
    public void What_is_remembered_has_a_bound(string program)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Gather(program);
        // All that was ever allocated, dead or alive, in 14 million steps at most.
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1536 * Megabyte);
    }

    [Theory]
    [InlineData("rows = range(10000)\nfor i in range(150):\n    dict.fromkeys(rows)\n")]
    [InlineData("rows = range(10000)\ndef fill():\n    kept = []\n    for row in rows:\n        kept.append(row)\n    return len(kept)\nfor i in range(150):\n    fill()\n")]
    public void What_was_filled_and_dropped_is_forgotten(string program)
    {
        var evaluator = NewExactRun(program, new Budget(6_000_000, default));
        evaluator.RunExactly();
        evaluator.Growths.All.Sum(static growth => growth.Container.Contents?.Count ?? 0).ShouldBeLessThan(1_000_000);
    }

    [Theory]
    [InlineData("n = 0\nfor i in range(10_000_000):\n    for j in range(100):\n        n += j\n", false)]
    [InlineData("n = 0\nfor i, row in enumerate([[1] * 1000] * 1_000_000):\n    for j in row:\n        n += j\n", false)]
    [InlineData("n = 0\nfor i in range(10_000_000):\n    for j in range(100):\n        n += j\n    if n > 1_000_000_000:\n        break\n", true)]
    [InlineData("flags = [True] * 500_000\nn = 0\nfor p in range(2, 500_000):\n    if flags[p]:\n        n += 1\n        for m in range(p * p, 500_000, p):\n            flags[m] = False\n", true)]
    public void A_loop_that_will_take_too_much_is_not_run_to_the_end_of_the_steps(string program, bool runsOn)
    {
        const int Steps = 14_000_000;
        var budget = new Budget(Steps, default);
        var evaluator = NewExactRun(program, budget);
        var isTooMuch = false;
        try
        {
            evaluator.RunExactly();
        }
        catch (NotDeterminedException end)
        {
            isTooMuch = end.IsTooMuch;
        }

        (isTooMuch && budget.Taken < Steps / 2).ShouldBe(!runsOn);
    }

    [Theory]
    [InlineData("x = tuple(range(13_000_000))\n")]
    [InlineData("x = [str(i) for i in range(5_000_000)]\n")]
    [InlineData("x = {i: str(i) for i in range(5_000_000)}\n")]
    [InlineData("x = sorted(str(i) for i in range(5_000_000))\n")]
    [InlineData("x = dict.fromkeys(range(5_000_000))\n")]
    [InlineData("class Key:\n    def __init__(self, n):\n        self.n = n\n    def __eq__(self, other):\n        return self.n == other.n\n    def __hash__(self):\n        return hash(self.n)\nfor n in range(400_000):\n    entry = {Key(n): 1}\n")]
    public void What_is_made_at_once_or_remembered_for_good_must_fit(string program)
    {
        var budget = new Budget(14_000_000, default);
        var evaluator = NewExactRun(program, budget);
        Should.Throw<NotDeterminedException>(evaluator.RunExactly).IsTooMuch.ShouldBeTrue();
        budget.Taken.ShouldBeLessThan(5_000_000);
    }

    /// <summary>Each decision looked for what stands behind it by reading all of the module.</summary>
    [Fact]
    public void Many_decisions_that_leave_end() =>
        Gather("def f(items):\n    n = 0\n    for i in items:\n        n += 1\n" + string.Concat(Enumerable.Range(0, 20_000).Select(static i => $"        if n == {i}:\n            continue\n")) + "f(range(100000))\n");

    private static Evaluator NewExactRun(string program, Budget budget) =>
        new(SyntaxTree.Parse(SourceText.From(program)), budget, TargetVersion.Python311, default, isExact: true) { Models = LibraryCatalogue.BuiltIn };

    private static MemoryFacts Gather(string program) => MemoryFacts.Gather(SyntaxTree.Parse(SourceText.From(program)), CancellationToken.None);
}
