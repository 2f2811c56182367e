using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules;

/// <summary>Findings that tell no bytes: something is kept or stays open, or how much it is another one decides.</summary>
internal static class UncountedFinding
{
    private const double UsualConfidence = 0.8;

    /// <param name="lines">Lines for the hover: how it is known.</param>
    public static Finding Of(RuleDescriptor rule, FindingLevel level, SyntaxNode node, string message, string advice, params ReadOnlySpan<string> lines) =>
        new(rule, level, UsualConfidence, node.Span, message, Estimate: null, [], [], [.. lines]) { Advice = advice };

    public static Finding With(this Finding finding, SyntaxNode place, string message) =>
        finding with { Related = finding.Related.Add(new RelatedPlace(place.Span, message)) };
}
