using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Exhaustion;

/// <summary>Findings of the family LL5: nothing is counted, because how much it is another one decides.</summary>
internal static class ExhaustionFinding
{
    private const double UsualConfidence = 0.8;

    public static Finding Of(RuleDescriptor rule, FindingLevel level, SyntaxNode node, string message, string advice, params ReadOnlySpan<string> lines) =>
        new(rule, level, UsualConfidence, node.Span, message, Estimate: null, [], [], [.. lines]) { Advice = advice };

    public static Finding With(this Finding finding, SyntaxNode place, string message) =>
        finding with { Related = finding.Related.Add(new RelatedPlace(place.Span, message)) };
}
