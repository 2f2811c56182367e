using System.Collections.Immutable;
using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine;

/// <summary>The whole way from a text to findings. Stateless and thread-safe.</summary>
public static class Analyzer
{
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static AnalysisResult Analyze(SourceText text, AnalysisOptions options, CancellationToken cancellation = default)
    {
        var tree = SyntaxTree.Parse(text, cancellation);
        var facts = MemoryFacts.Gather(tree, options.Target, cancellation);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (options.Rules.Find(LoopAccumulationRule.Id) is { } rule)
        {
            findings.AddRange(new LoopAccumulationRule(rule, text).Check(facts));
        }

        findings.Sort(static (left, right) => left.Span.Start.CompareTo(right.Span.Start));
        return new AnalysisResult(tree, findings.ToImmutable(), Judge(findings)) { IsPartial = facts.IsPartial };
    }

    private static Verdict Judge(IEnumerable<Finding> findings)
    {
        var verdict = Verdict.Allow;
        foreach (var finding in findings)
        {
            var own = finding.Level switch
            {
                FindingLevel.Error => Verdict.Block,
                FindingLevel.Warning => Verdict.Review,
                _ => Verdict.Allow,
            };
            verdict = own > verdict ? own : verdict;
        }

        return verdict;
    }
}
