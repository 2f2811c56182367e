using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Taint;

/// <summary>What is followed through a file, and what bounds it.</summary>
public sealed class TaintAnalysisTests
{
    private const string Imports = "import os\nimport struct\nimport sys\nfrom flask import request, abort\nfrom mylib import check, limit\n";

    [Theory]
    [InlineData("def f():\n    n = int(request.args['n'])\n    return [0] * n\n")]
    [InlineData("def f():\n    return [0] * int(request.args.get('n', '1'))\n")]
    [InlineData("def f():\n    n = int(request.args['n'])\n    m = n + 1\n    return bytearray(m)\n")]
    [InlineData("def f():\n    n = int(request.args['n'])\n    if n < 5:\n        abort(400)\n    return [0] * n\n")]
    [InlineData("def f():\n    n = max(int(request.args['n']), 10)\n    return [0] * n\n")]
    [InlineData("def f(flag):\n    n = 5\n    if flag:\n        n = int(request.args['n'])\n    return [0] * n\n")]
    [InlineData("def f():\n    sizes = []\n    sizes.append(int(request.args['n']))\n    for n in sizes:\n        print([0] * n)\n")]
    [InlineData("def f():\n    options = {}\n    options['n'] = int(request.args['n'])\n    return [0] * options['n']\n")]
    [InlineData("def size():\n    return int(request.args['n'])\ndef f():\n    return [0] * size()\n")]
    [InlineData("def make(n):\n    return [0] * n\ndef f():\n    return make(int(request.args['n']))\n")]
    [InlineData("def make(n):\n    return [0] * n\ndef twice(n):\n    return make(2 * n)\ndef f():\n    return twice(n=int(request.args['n']))\n")]
    [InlineData("class C:\n    def read(self):\n        self.n = int(request.args['n'])\n    def make(self):\n        return [0] * self.n\n")]
    [InlineData("def f():\n    (n,) = struct.unpack('!I', request.get_data()[:4])\n    return bytearray(n)\n")]
    [InlineData("def f():\n    width = int(request.args['width'])\n    return f'{5:>{width}}'\n")]
    [InlineData("def f():\n    return 1 << int(request.args['n'])\n")]
    [InlineData("def f():\n    n = int(request.args['n'])\n    while True:\n        if n == 3:\n            break\n        print('x' * n)\n")]
    public void A_size_that_a_stranger_decides_is_told(string program) => Findings(program).ShouldHaveSingleItem().Rule.Id.ShouldBe("LL501");

    [Theory]
    [InlineData("def f():\n    n = int(request.args['n'])\n    if n > 100:\n        abort(400)\n    return [0] * n\n")]
    [InlineData("def f():\n    n = int(request.args['n'])\n    if n <= 100:\n        return [0] * n\n")]
    [InlineData("def f():\n    n = int(request.args['n'])\n    if not (0 < n < 100):\n        return None\n    return [0] * n\n")]
    [InlineData("def f():\n    n = int(request.args['n'])\n    if n < 0 or n > 100:\n        raise ValueError(n)\n    return [0] * n\n")]
    [InlineData("def f():\n    n = int(request.args['n'])\n    assert n < 100\n    return [0] * n\n")]
    [InlineData("def f():\n    n = min(100, int(request.args['n']))\n    return [0] * n\n")]
    [InlineData("def f():\n    n = int(request.args['n']) % 100\n    return [0] * n\n")]
    [InlineData("def f():\n    n = int(request.args['n']) & 255\n    return [0] * n\n")]
    [InlineData("def f():\n    n = int(request.args['n'])\n    return [0] * (n if n < 100 else 100)\n")]
    [InlineData("def f():\n    n = int(request.args['n'])\n    n = 5\n    return [0] * n\n")]
    [InlineData("def f():\n    n = request.args['n']\n    if n in ('1', '2'):\n        return [0] * int(n)\n")]
    [InlineData("def f():\n    n = int(request.args['n'])\n    check(n)\n    return [0] * n\n")]
    [InlineData("def f():\n    return [0] * limit(int(request.args['n']))\n")]
    [InlineData("def f():\n    if int(request.args['n']) > 10:\n        abort(400)\n    return [0] * int(request.args['n'])\n")]
    [InlineData("def refuse(n):\n    if n > 100:\n        raise ValueError(n)\ndef f():\n    n = int(request.args['n'])\n    refuse(n)\n    return [0] * n\n")]
    [InlineData("def f():\n    return [0] * len(request.args)\n")]
    [InlineData("def f():\n    for i in range(int(request.args['n'])):\n        print('x' * i)\n")]
    [InlineData("def f(n):\n    return [0] * n\n")]
    [InlineData("def f():\n    (n,) = struct.unpack('!H', request.get_data()[:2])\n    return bytearray(n)\n")]
    [InlineData("def f():\n    return int(request.args['a']) * int(request.args['b'])\n")]
    [InlineData("class Request:\n    args = {'n': '5'}\nother = Request()\ndef f():\n    return [0] * int(other.args['n'])\n")]
    public void A_size_that_something_bounds_is_not(string program) => Findings(program).ShouldBeEmpty();

    [Fact]
    public void A_file_without_a_source_is_not_followed() => Findings("def f(n):\n    return bytearray(n)\n", imports: string.Empty).ShouldBeEmpty();

    [Fact]
    public void Who_decides_is_told_with_the_place_where_it_comes_in()
    {
        var finding = Findings("def f():\n    n = int(request.args['n'])\n    return [0] * n\n").ShouldHaveSingleItem();

        finding.Message.ShouldBe("The request decides how often this is repeated, and nothing bounds it: one message may take all memory");
        finding.Related.ShouldHaveSingleItem().Message.ShouldBe("it comes in here");
        finding.Level.ShouldBe(FindingLevel.Error);
    }

    [Fact]
    public void Deeply_nested_loops_and_long_chains_of_calls_end()
    {
        var nested = string.Concat(Enumerable.Range(0, 40).Select(static i => new string(' ', 4 * (i + 1)) + $"for x{i} in request.args:\n")) + new string(' ', 4 * 41) + "print([0] * int(x1))\n";
        var chain = string.Concat(Enumerable.Range(0, 500).Select(static i => $"def f{i}(n):\n    return f{i + 1}(n)\n")) + "def f500(n):\n    return [0] * n\n";

        Should.CompleteIn(() => Findings("def f():\n" + nested + chain), TimeSpan.FromSeconds(10));
    }

    private static ImmutableArray<Finding> Findings(string program, string imports = Imports)
    {
        var rule = new RuleDescriptor("LL501", "size-from-untrusted-input", "exhaustion", FindingLevel.Error, "summary", [], [], ImmutableDictionary<string, double>.Empty);
        return Analyzer.Analyze(SourceText.From(imports + program), new AnalysisOptions(new RuleSet([rule])), CancellationToken.None).Findings;
    }
}
