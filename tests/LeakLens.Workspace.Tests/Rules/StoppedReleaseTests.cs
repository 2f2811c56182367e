using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>What is let go of in the first trips of an endless loop, and never again, is no release; what may be let go of later is one.</summary>
public sealed class StoppedReleaseTests
{
    [Theory]
    [InlineData("kept = []\ni = 0\nwhile True:\n    kept.append([0] * 1000)\n    if i < 5:\n        kept.clear()\n    i += 1\n")]
    [InlineData("kept = []\ndef flush(i):\n    if i < 100:\n        kept.clear()\ni = 0\nwhile True:\n    kept.append([0] * 1000)\n    flush(i)\n    i += 1\n")]
    [InlineData("def main():\n    kept = []\n    i = 0\n    while True:\n        kept.append([0] * 1000)\n        i += 1\n        if i == 10:\n            kept.clear()\nmain()\n")]
    [InlineData("import itertools\nkept = []\nfor i in itertools.count():\n    kept.append([0] * 1000)\n    if i == 50:\n        del kept[:]\n")]
    [InlineData("kept = []\ni = 0\nwhile True:\n    kept.append([0] * 1000)\n    i += 1\n    if i < 1000:\n        kept.pop()\n")]
    [InlineData("kept = []\ni = 0\nwhile True:\n    kept.append([0] * 1000)\n    i += 1\n    if i < 10:\n        kept = []\n")]
    [InlineData("kept = []\nfirst = True\nwhile True:\n    kept.append([0] * 1000)\n    if first:\n        kept.clear()\n        first = False\n")]
    public void Releases_that_stop(string program)
    {
        LevelOf(program, RuleCatalogue.DefaultProfile).ShouldBeOneOf(FindingLevel.Warning, FindingLevel.Error);
        LevelOf(program, RuleCatalogue.StrictProfile).ShouldBeOneOf(FindingLevel.Warning, FindingLevel.Error);
    }

    [Theory]
    [InlineData("kept = []\nwhile True:\n    kept.append([0] * 1000)\n    if len(kept) > 5:\n        kept.clear()\n")]
    [InlineData("kept = []\ni = 0\nwhile True:\n    kept.append([0] * 1000)\n    if i > 5:\n        kept.clear()\n    i += 1\n")]
    [InlineData("kept = []\ni = 0\nwhile True:\n    kept.append([0] * 1000)\n    i += 1\n    if i % 10 == 0:\n        kept.clear()\n")]
    [InlineData("kept = []\nwhile True:\n    kept.append(input())\n    if kept[-1] == 'done':\n        kept.clear()\n")]
    [InlineData("kept = []\nwhile True:\n    kept.append([0] * 1000)\n    if len(kept) == 50:\n        kept = []\n")]
    [InlineData("kept = []\nwhile True:\n    kept.append([0] * 1000)\n    while kept:\n        kept.pop()\n")]
    public void Releases_that_go_on(string program)
    {
        LevelOf(program, RuleCatalogue.DefaultProfile).ShouldBeNull();
        LevelOf(program, RuleCatalogue.StrictProfile).ShouldBeNull();
    }

    private static FindingLevel? LevelOf(string text, string profile)
    {
        var catalogue = RuleCatalogue.BuiltIn;
        var rules = catalogue.FindProfile(profile).ShouldNotBeNull().Apply(catalogue.Rules);
        return Analyzer.Analyze(SourceText.From(text), new AnalysisOptions(rules)).Findings.Select(static finding => (FindingLevel?)finding.Level).Max();
    }
}
