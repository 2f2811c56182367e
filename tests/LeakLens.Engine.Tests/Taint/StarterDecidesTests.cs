using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Taint;

/// <summary>Programs that leave to whoever starts them, or to the clock, how far something grows. Only of code that nobody trusts is that said.</summary>
public sealed class StarterDecidesTests
{
    private const string Begin = "import os\nimport sys\nimport time\nrows = []\n";

    [Theory]
    [InlineData("for i in range(int(sys.argv[1])):\n    rows.append([i])\n", "The command line")]
    [InlineData("count = int(sys.argv[1]) if len(sys.argv) > 1 else 100\nfor i in range(count):\n    rows.append([i])\n", "The command line")]
    [InlineData("def fill(n):\n    kept = []\n    for i in range(n):\n        kept.append([i])\n    return kept\nkept = fill(int(input('how many? ')))\n", "What is typed in")]
    [InlineData("LIMIT = int(os.environ.get('LIMIT', '10'))\nrows = [[i] for i in range(LIMIT)]\n", "The environment")]
    [InlineData("end = time.monotonic() + 2\nwhile time.monotonic() < end:\n    rows.append((time.time(), 1))\n", "The clock")]
    public void Growth_without_a_bound_of_the_program_is_told(string program, string decider)
    {
        var finding = Findings(program, trustsPaths: false).ShouldHaveSingleItem();

        finding.Level.ShouldBe(FindingLevel.Warning);
        finding.Message.ShouldStartWith(decider);
        Findings(program, trustsPaths: true).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("total = 0\nfor i in range(int(sys.argv[1])):\n    total += i\n")]
    [InlineData("for i in range(min(100, int(sys.argv[1]))):\n    rows.append([i])\n")]
    [InlineData("from collections import deque\nlatest = deque(maxlen=10)\nfor i in range(int(sys.argv[1])):\n    latest.append([i])\n")]
    [InlineData("count = 0\nend = time.monotonic() + 2\nwhile time.monotonic() < end:\n    count += 1\n")]
    [InlineData("for line in sys.stdin:\n    rows.append(line)\n")]
    [InlineData("def fill(n):\n    for i in range(n):\n        rows.append([i])\n")]
    public void What_is_bounded_or_keeps_nothing_is_not(string program) => Findings(program, trustsPaths: false).ShouldBeEmpty();

    private static ImmutableArray<Finding> Findings(string program, bool trustsPaths)
    {
        var rule = new RuleDescriptor("LL501", "size-from-untrusted-input", "exhaustion", FindingLevel.Error, "summary", [], [], ImmutableDictionary<string, double>.Empty);
        return Analyzer.Analyze(SourceText.From(Begin + program), new AnalysisOptions(new RuleSet([rule], Composition.Balanced, trustsPaths)), CancellationToken.None).Findings;
    }
}
