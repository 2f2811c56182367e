using System.Collections.Immutable;
using LeakLens.Engine.Modules;
using LeakLens.Engine.Rules;
using LeakLens.Engine.Suppressions;
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
    ImmutableArray<string> Explanation)
{
    /// <summary>Who has accepted it, and why; null for what is told.</summary>
    public Suppression? Suppression { get; init; }

    /// <summary>What to write instead, in one sentence without its full stop; null when the rule's page says all there is to say.</summary>
    public string? Advice { get; init; }

    /// <summary>What speaks for it, in the order of the enumeration.</summary>
    public ImmutableArray<Signal> Signals { get; init; } = [];

    /// <summary>The global name that holds what grows: where another file takes contents out of it, there is nothing to tell. Null for what is held otherwise.</summary>
    public ModuleName? HeldBy { get; init; }

    /// <summary>Ids of other rules that this is a case of, too: one cause is told once, by the rule that says most about it.</summary>
    public ImmutableArray<string> AlsoMatches { get; init; } = [];
}
