using System.Collections.Immutable;
using LeakLens.Engine.Rules;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Findings;

/// <summary>One leak, told once: where, how much, who holds it, what else to look at.</summary>
/// <param name="Message">One sentence, number first; no full stop.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="Explanation">Lines for the hover: how the number came to be. Markdown.</param>
public sealed record Finding(
    RuleDescriptor Rule,
    FindingLevel Level,
    double Confidence,
    TextSpan Span,
    string Message,
    Estimate? Estimate,
    ImmutableArray<RelatedPlace> Related,
    ImmutableArray<Fix> Fixes,
    ImmutableArray<string> Explanation);
