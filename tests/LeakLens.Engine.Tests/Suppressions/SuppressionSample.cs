using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Suppressions;

/// <summary>Programs with one rule that speaks, one that never does, and those about suppressions.</summary>
internal static class SuppressionSample
{
    public static AnalysisResult Analyze(string program, Func<AnalysisOptions, AnalysisOptions>? change = null, params string[] off)
    {
        ImmutableArray<RuleDescriptor> known =
        [
            Rule("LL001", "unused-suppression"), Rule("LL002", "unknown-suppression"), Rule("LL003", "allowance-without-justification"),
            Rule("LL101", "loop-accumulation") with { Aliases = ["B999"] }, Rule("LL401", "reference-cycle-accumulation"),
        ];
        var rules = new RuleSet(known.Where(rule => !off.Contains(rule.Id))) { Known = known };
        var options = new AnalysisOptions(rules);
        return Analyzer.Analyze(SourceText.From(program), change?.Invoke(options) ?? options, CancellationToken.None);
    }

    /// <summary>Each finding as <c>line: rule</c>, 1-based.</summary>
    public static IEnumerable<string> Describe(AnalysisResult result, ImmutableArray<Finding> findings) =>
        findings.Select(finding => $"{result.Tree.Text.Lines.GetLine(finding.Span.Start) + 1}: {finding.Rule.Id}");

    private static RuleDescriptor Rule(string id, string name)
    {
        var thresholds = ImmutableDictionary<string, double>.Empty.Add("note-bytes", 65536).Add("warning-bytes", 1 << 20).Add("error-bytes", 1 << 26).Add("error-trips", 0);
        return new RuleDescriptor(id, name, "family", FindingLevel.Note, "summary", [], [], thresholds);
    }
}
