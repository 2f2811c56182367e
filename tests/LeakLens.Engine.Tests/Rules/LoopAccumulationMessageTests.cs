using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Rules;

/// <summary>What LL101 says: one sentence, the number first, in the words of the program.</summary>
public sealed class LoopAccumulationMessageTests
{
    [Theory]
    [InlineData("kept = {}\nfor i in range(2000):\n    kept[i] = 'x' * 65536\n", "kept holds about 125 MiB: 2,000 x 64 KiB, never released")]
    [InlineData("kept = []\nwhile True:\n    kept.append('x' * 65536)\n", "kept grows by about 64 KiB a trip in a loop that never ends, never released")]
    [InlineData("def f():\n    kept = []\n    for i in range(2000):\n        kept.append('x' * 65536)\nf()\n", "kept holds about 125 MiB: 2,000 x 64 KiB, at once, until the function returns")]
    [InlineData("KEPT = []\ndef f():\n    for i in range(2000):\n        KEPT.append('x' * 65536)\n", "KEPT grows by about 125 MiB with every call, never released")]
    [InlineData("kept = []\nfor i in range(2000):\n    (kept #\u202e\n    ).append('x' * 65536)\n", "kept holds about 125 MiB: 2,000 x 64 KiB, never released")]
    public void Says(string program, string message) => Check(program).Message.ShouldBe(message);

    [Theory]
    [InlineData("import conf\nkept = []\nfor i in range(conf.n):\n    kept.append(f'k{i}')\n")]
    [InlineData("kept = []\nfor i, line in enumerate(open('f')):\n    kept.append('%d' % i)\n")]
    [InlineData("from collections import OrderedDict\nkept = OrderedDict()\nfor i in range(1000000):\n    kept[i] = 'p%d' % i\n    if len(kept) > 128:\n        kept.popitem(last=False)\n")]
    [InlineData("kept = set()\nfor i in range(100000):\n    kept.add('x%d' % i)\n    kept.intersection_update({'x1'})\n")]
    [InlineData("import sys\nkept = []\nwhile True:\n    kept.append('x' * 5000)\n    if len(kept) > 10:\n        sys.exit(0)\n")]
    [InlineData("kept = []\npages = (n for n in [1, 2, 3])\nfor page in pages:\n    pass\nfor i in range(1000000):\n    for page in pages:\n        kept.append('x%d' % page)\n")]
    public void Says_nothing(string program) => Findings(program).ShouldBeEmpty();

    private static Finding Check(string program) => Findings(program).ShouldHaveSingleItem();

    private static ImmutableArray<Finding> Findings(string program)
    {
        var thresholds = ImmutableDictionary<string, double>.Empty.Add("note-bytes", 65536).Add("warning-bytes", 1 << 20).Add("error-bytes", 1 << 26);
        var rule = new RuleDescriptor("LL101", "loop-accumulation", "accumulation", FindingLevel.Error, "summary", [], [], thresholds);
        var result = Analyzer.Analyze(SourceText.From(program), new AnalysisOptions(new RuleSet([rule])), CancellationToken.None);
        return result.Findings;
    }
}
