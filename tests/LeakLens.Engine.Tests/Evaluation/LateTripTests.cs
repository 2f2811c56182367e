using LeakLens.Engine.Facts;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Evaluation;

/// <summary>What happens for the first time in a late trip of a loop: a key that is found, a collection that is empty, a division by zero, a float that has counted far enough.</summary>
public sealed class LateTripTests
{
    private const string Begin = "import sys\nkept = []\nn = len(sys.argv)\n";

    private const long Much = 70_000_000;

    [Theory]
    [InlineData("d = {'k7777': 10_000_000}\nfor i in range(10_000):\n    for j in range(d.get('k%d' % i, 0)):\n        kept.append(n)\n")]
    [InlineData("d = {7777: 10_000_000}\nfor i in range(10_000):\n    try:\n        m = d[i]\n    except KeyError:\n        continue\n    for j in range(m):\n        kept.append(n)\n")]
    [InlineData("for i in range(10_000):\n    try:\n        1.0 / (7777 - i)\n    except ArithmeticError:\n        for j in range(10_000_000):\n            kept.append(n)\n")]
    [InlineData("d = {3: 10_000_000}\nfor i in range(10_000, 0, -1):\n    if i in d:\n        for j in range(d[i]):\n            kept.append(n)\n")]
    [InlineData("for i in range(20_000):\n    if i / 10 > 900:\n        kept.append([n] * 1000)\n")]
    [InlineData("f = 5000.0\nwhile f > 0:\n    f -= 0.1\n    if f < 1000.5:\n        kept.append([n] * 1000)\n")]
    [InlineData("f = 0.0\nfor i in range(20_000):\n    f += 0.5\n    if f > 900:\n        kept.append([n] * 1000)\n")]
    [InlineData("for i in range(20_000):\n    if i * 0.1 >= 900.0:\n        kept.append([n] * 1000)\n")]
    [InlineData("f = 0.0\nfor i in range(30_000):\n    f += 1 / 3\n    if 3000 < f < 9000:\n        kept.append([n] * 1000)\n")]
    [InlineData("S = frozenset((9000, 7777))\nfor i in range(10_000):\n    if i in S:\n        for j in range(10_000_000):\n            kept.append(n)\n")]
    [InlineData("xs = [0] * 7000\nfor i in range(10_000):\n    try:\n        xs[i]\n    except IndexError:\n        kept.append([n] * 10_000)\n")]
    [InlineData("S = [9000, 7777]\nfor i in range(10_000):\n    if i in S:\n        for j in range(10_000_000):\n            kept.append(n)\n")]
    [InlineData("xs = list(range(10_000))\nfor i in range(20_000):\n    try:\n        xs.pop()\n    except IndexError:\n        kept.append([n] * 1000)\n")]
    [InlineData("for i in range(10_000):\n    try:\n        5 % (i - 7777)\n    except ZeroDivisionError:\n        for j in range(10_000_000):\n            kept.append(n)\n")]
    [InlineData("seen = set(range(7000))\nfor i in range(10_000):\n    if i not in seen:\n        kept.append([n] * 10_000)\n")]
    [InlineData("xs = dict.fromkeys(range(10_000))\nfor i in range(20_000):\n    try:\n        xs.popitem()\n    except KeyError:\n        kept.append([n] * 1000)\n")]
    [InlineData("xs = set(range(10_000))\nfor i in range(20_000):\n    try:\n        xs.pop()\n    except KeyError:\n        kept.append([n] * 1000)\n")]
    [InlineData("d = {7770: 10_000_000}\nfor i in range(0, 20_000, 7):\n    if i in d:\n        for j in range(d[i]):\n            kept.append(n)\n")]
    [InlineData("for i in range(10_000):\n    if i in (9000, 7777):\n        for j in range(10_000_000):\n            kept.append(n)\n")]
    [InlineData("d = {(77, 3): 10_000_000}\nfor i in range(10_000):\n    if (i, 3) in d:\n        for j in range(d[i, 3]):\n            kept.append(n)\n")]
    [InlineData("from collections import deque\nq = deque(range(10_000))\nfor i in range(20_000):\n    try:\n        q.popleft()\n    except IndexError:\n        kept.append([n] * 1000)\n")]
    [InlineData("def flat(n):\n    for c in n:\n        if isinstance(c, list):\n            flat(c)\n        elif isinstance(c, dict):\n            for k, v in c.items():\n                flat(k)\n                flat(v)\n        elif isinstance(c, tuple):\n            for k in c:\n                flat(k)\nflat(sys.argv[3:])\nfor i in range(10_000):\n    try:\n        1 // max(0, 5 - i)\n    except ZeroDivisionError:\n        kept.append([0] * 1_000)\n    finally:\n        pass\n")]
    public void What_a_late_trip_keeps_is_seen(string program) => HeldBy(program).ShouldBeGreaterThan(Much);

    [Theory]
    [InlineData("from collections import deque\nq = deque(range(10_000))\nfor i in range(9_000):\n    try:\n        q.popleft()\n    except IndexError:\n        kept.append([n] * 1000)\n")]
    [InlineData("for i in range(10_000):\n    try:\n        1.0 / (77_777 - i)\n    except ArithmeticError:\n        for j in range(10_000_000):\n            kept.append(n)\n")]
    [InlineData("f = 0.0\nfor i in range(5_000):\n    f += 0.1\n    if f > 900:\n        kept.append([n] * 1000)\n")]
    [InlineData("f = 5000.0\nwhile f > 0:\n    f -= 0.1\n    if f < -1:\n        kept.append([n] * 1000)\n")]
    [InlineData("xs = [0] * 7000\nfor i in range(7_000):\n    try:\n        xs[i]\n    except IndexError:\n        kept.append([n] * 10_000)\n")]
    [InlineData("total = 0.0\nfor i in range(10_000):\n    total += i * 0.25\n    if total < -1:\n        kept.append([n] * 10_000)\nprint(total)\n")]
    [InlineData("d = {77_777: 10_000_000}\nfor i in range(10_000):\n    for j in range(d.get(i, 0)):\n        kept.append(n)\n")]
    [InlineData("seen = set(range(10_000))\nfor i in range(10_000):\n    if i not in seen:\n        kept.append([n] * 10_000)\n")]
    [InlineData("xs = list(range(10_000))\nfor i in range(10_000):\n    try:\n        xs.pop()\n    except IndexError:\n        kept.append([n] * 1000)\n")]
    [InlineData("xs = dict.fromkeys(range(10_000))\nwhile True:\n    try:\n        xs.popitem()\n    except KeyError:\n        break\n")]
    [InlineData("d = {7771: 10_000_000}\nfor i in range(0, 20_000, 7):\n    if i in d:\n        for j in range(d[i] + 3):\n            kept.append(n)\n")]
    public void What_no_trip_does_is_not(string program) => HeldBy(program).ShouldBe(0);

    /// <summary>What <c>kept</c> holds, or may.</summary>
    private static long HeldBy(string program)
    {
        var facts = MemoryFacts.Gather(SyntaxTree.Parse(SourceText.From(Begin + program), CancellationToken.None), CancellationToken.None);
        facts.IsPartial.ShouldBeFalse();
        return facts.Growths.Where(static growth => growth.Owner.Path is "kept").Select(static growth => growth.Retained.High).DefaultIfEmpty().Max();
    }
}
