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

    private static Finding Check(string program)
    {
        var thresholds = ImmutableDictionary<string, double>.Empty.Add("note-bytes", 65536).Add("warning-bytes", 1 << 20).Add("error-bytes", 1 << 26);
        var rule = new RuleDescriptor("LL101", "loop-accumulation", "accumulation", FindingLevel.Error, "summary", [], [], thresholds);
        var result = Analyzer.Analyze(SourceText.From(program), new AnalysisOptions(new RuleSet([rule])), CancellationToken.None);
        return result.Findings.ShouldHaveSingleItem();
    }
}
