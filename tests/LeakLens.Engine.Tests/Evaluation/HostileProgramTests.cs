using System.Text;
using LeakLens.Engine.Facts;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Evaluation;

/// <summary>Programs written to hang, overflow or exhaust whoever evaluates them: each must end, within its budget, without an exception.</summary>
public sealed class HostileProgramTests
{
    [Theory]
    [InlineData("def f(n):\n    return f(n + 1)\nf(0)\n")]
    [InlineData("def f():\n    for i in range(3):\n        f()\nf()\n")]
    [InlineData("x = []\nx.append(x)\nfor y in x:\n    x.append(y)\n")]
    [InlineData("d = {}\nd['d'] = d\nwhile d:\n    d[len(d)] = dict(d)\n")]
    [InlineData("s = 'a'\nwhile True:\n    s += s\n")]
    [InlineData("n = 1\nwhile n > 0:\n    n = n * 7 % 1000003\n")]
    [InlineData("xs = [0] * 10 ** 18\nys = xs * 10 ** 18\nfor i in range(10 ** 18):\n    xs.append(ys)\n")]
    [InlineData("for a in range(10 ** 9):\n    for b in range(10 ** 9):\n        for c in range(10 ** 9):\n            print(a, b, c)\n")]
    [InlineData("class A:\n    @property\n    def p(self):\n        return self.p\na = A()\na.p\n")]
    [InlineData("f = lambda g: g(g)\nf(f)\n")]
    [InlineData("def g():\n    yield from g()\nfor x in g():\n    pass\n")]
    [InlineData("x = y = z = 0\nwhile x != 3:\n    x, y, z = y, z, x\n")]
    [InlineData("import random\nxs = []\nwhile random.random() < 0.5:\n    xs.append(xs[:])\n")]
    [InlineData("class A(A): pass\nclass B(B, B): pass\n")]
    [InlineData("def f(*a, **k):\n    return f(*a, a, **k)\nf()\n")]
    [InlineData("g = range(10)\nfor i in range(1000):\n    g = (x for x in g)\nxs = list(g)\n")]
    [InlineData("def f():\n    global g\n    g = (y for x in range(3) for y in g)\nf()\nfor z in g:\n    f()\n")]
    [InlineData("f = lambda: None\nfor i in range(1000):\n    f = (lambda g: lambda: g())(f)\nf()\n")]
    [InlineData("x = []\nfor i in range(1000):\n    x = [x]\ny = str(x) + repr(x)\n")]
    [InlineData("class A:\n    def __getattr__(self, n):\n        return self.x\n    def __setattr__(self, n, v):\n        self.y = v\n    def __call__(self, *a):\n        return self()\n    def __add__(self, o):\n        return self + o\n    def __missing__(self, k):\n        return self[k]\na = A()\na.z = a.q\na()\na + a\n")]
    [InlineData("import numpy as np\nimport x\ndef m(a, b):\n    return np.sum(a[..., None] * b[..., None, :], axis=-3)\nr = np.zeros((4, 3, 3))[x.inds]\nfor i in x.y():\n    r = m(r, r)\n")]
    [InlineData("import numpy as np\na = []\na.append(a)\nb = np.array(a)\nc = np.sum(b, axis=0)\n")]
    [InlineData("import json\ndef f(xs):\n    a = []\n    d = {}\n    for x in xs:\n        a.append(a)\n        d[x] = [d, d, {x: a}]\n        d = {x: d, 2: [d, x]}\n    return json.dumps(a), json.dumps(d)\n")]
    [InlineData("from functools import partial\nimport x\nf = partial(x.y)\nfor i in x.z:\n    f = partial(f, i) if i else partial(partial(f), f)\n    f(f)\n")]
    [InlineData("from collections import ChainMap\nc = ChainMap({})\nc.maps.append(c)\nfor i in range(1000):\n    c = c.new_child(c)\n    c[i] = c\n    c[-1]\n    'k' in c\n")]
    [InlineData("import bisect\nxs = [1, 2, 3, 4, 5, 6]\ndef empty(v):\n    xs.clear()\n    return v\nbisect.insort(xs, 5, key=empty)\nfor n in range(10):\n    bisect.insort([], 1, lo=10)\n    bisect.insort(xs, n, 7, 90)\n    bisect.insort_left(xs, n, hi=-1)\n")]
    [InlineData("from collections import Counter\ndef place(name):\n    pass\ndef step(alive):\n    return frozenset(c for c, n in Counter(x for x in alive).items() if n == 1 or c in alive)\nalive = frozenset(place('glider'))\nfor n in range(600):\n    alive = step(alive)\n")]
    [InlineData("def count(pages):\n    found = {}\n    for day, words in pages.items():\n        for word, places in words.items():\n            days = found.setdefault(word, {})\n            marks = days.setdefault(str(day), {})\n            for place in places:\n                marks[str(place)] = False\n            for place in places.values():\n                marks[str(place)] = True\n    return found\n")]
    public void Ends_without_an_exception(string program) => Gather(program);

    [Fact]
    public void Two_to_the_sixty_calls_end()
    {
        var program = new StringBuilder("xs = []\ndef f0():\n    xs.append(1)\n");
        for (var i = 1; i <= 60; i++)
        {
            program.Append($"def f{i}():\n    f{i - 1}()\n    f{i - 1}()\n");
        }

        Gather(program.Append("f60()\n").ToString()).IsPartial.ShouldBeTrue();
    }

    [Fact]
    public void A_loop_that_the_budget_cuts_short_is_averaged_over_its_trips_and_says_so()
    {
        var program = "kept = []\nfor i in range(2000):\n    kept.append('x' * 65536)\n" + string.Concat(Enumerable.Repeat("    y = 1\n", 100_000));
        var fact = Gather(program).Growths.ShouldHaveSingleItem();
        fact.IsCoarse.ShouldBeTrue();
        fact.Times.High.ShouldBe(2000);
        fact.Retained.High.ShouldBeInRange(130_000_000, 132_000_000);
    }

    [Fact]
    public void Many_branches_on_unknown_conditions_end()
    {
        var program = new StringBuilder("def f(a):\n    xs = []\n    for x in a:\n");
        for (var i = 0; i < 2000; i++)
        {
            program.Append($"        if a.b{i}:\n            xs.append({i})\n            continue\n");
        }

        Gather(program.ToString());
    }

    [Fact]
    public void An_analysis_that_is_cancelled_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var tree = SyntaxTree.Parse(SourceText.From("for i in range(10 ** 9):\n    print(i % 7, i % 11, i % 13)\n"));
        Should.Throw<OperationCanceledException>(() => MemoryFacts.Gather(tree, source.Token));
    }

    /// <summary>Nothing calls the function, and nothing in it is grown by its own name.</summary>
    [Theory]
    [InlineData("def work(items):\n    xs = []\n    push = xs.append\n    for item in items:\n        push(item)\n")]
    [InlineData("def work(items):\n    seen = []\n    for item in map(seen.append, items):\n        pass\n")]
    [InlineData("kept = []\ndef work(item):\n    keep = kept.append\n    keep(item)\n")]
    public void A_method_under_another_name_grows_its_list(string program) => Gather(program).Growths.ShouldNotBeEmpty();

    private static MemoryFacts Gather(string program) =>
        MemoryFacts.Gather(SyntaxTree.Parse(SourceText.From(program)), CancellationToken.None);

    [Theory]
    [InlineData("x = [a for a in b", " for a in b", "]")]
    [InlineData("x = [a for a in b", " if c", "]")]
    [InlineData("b = [1]\nx = [a for a in b", " for a in b", "]")]
    [InlineData("b = [1]\nx = next(a for a in b", " if b", ")")]
    public void A_comprehension_of_any_length_ends(string start, string clause, string end)
    {
        var program = start + string.Concat(Enumerable.Repeat(clause, 100_000)) + end + "\n";
        Gather(program).IsPartial.ShouldBeTrue();
    }
}
