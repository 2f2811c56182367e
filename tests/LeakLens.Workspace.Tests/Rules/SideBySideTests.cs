using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>An editor's analysis works on several threads, all others on one: they say the same, of every example and of what it is while somebody types in it.</summary>
public sealed class SideBySideTests
{
    private const int Edits = 1;
    private const int EditsOfProof = 8;

    private static readonly string[] Typed = ["x = [", "]", "\n", "    ", "def f(a):\n    kept.append(a)\n", "for i in range(100_000):\n    kept.append(str(i))\n", "kept = []\n", "#", "'", "import os\n", "while True:\n    pass\n"];

    public static TheoryData<string> Names => [.. RuleFolder.All().Where(static folder => !folder.IsDeployment).Select(static folder => folder.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Several_threads_find_what_one_finds(string name) => Compare(name, Edits);

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Category", "Proof")]
    public void Several_threads_find_what_one_finds_however_the_text_is_edited(string name) => Compare(name, EditsOfProof);

    private static void Compare(string name, int edits)
    {
        var text = new RuleFolder(name).Read("bad.py");
        var random = new Random(text.Length);
        for (var edit = 0; edit <= edits; edit++)
        {
            Describe(text, sideBySide: true).ShouldBe(Describe(text, sideBySide: false), text);
            var at = random.Next(text.Length + 1);
            text = random.Next(4) == 0 ? text.Remove(at, Math.Min(random.Next(40), text.Length - at)) : text.Insert(at, Typed[random.Next(Typed.Length)]);
        }
    }

    private static string Describe(string text, bool sideBySide)
    {
        var result = Analyzer.Analyze(SourceText.From(text), new AnalysisOptions(RuleCatalogue.BuiltIn.RuleSet) { RunsSideBySide = sideBySide });
        return string.Join('\n', result.Findings.Concat(result.Suppressed).Select(Describe).Append($"{result.Verdict} {result.IsPartial} {result.Payloads.Length} {result.FileFindings.Length} {result.Facts?.Growths.Length} {result.Facts?.Allocations.Length}"));
    }

    private static string Describe(Finding finding) => string.Join(
        ' ',
        [$"{finding.Rule.Id} {finding.Level} {finding.Confidence} {finding.Span} {finding.Message} {finding.Estimate} {finding.Advice} {finding.HeldBy} {finding.Suppression}", .. finding.Related.Select(static place => place.ToString()), .. finding.Explanation, .. finding.Signals.Select(static signal => signal.ToString()), .. finding.AlsoMatches]);
}
