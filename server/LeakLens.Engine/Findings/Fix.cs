using System.Collections.Immutable;

namespace LeakLens.Engine.Findings;

/// <summary>A change of the text that makes a finding go away.</summary>
/// <param name="Title">What it does, in the imperative, without a full stop.</param>
/// <param name="Edits">Ordered by position; none touches another.</param>
public sealed record Fix(string Title, Applicability Applicability, ImmutableArray<TextEdit> Edits)
{
    /// <summary>The kind of change, for example <c>bounded-deque</c>; empty for what no provider made.</summary>
    public string Kind { get; init; } = "";

    /// <summary>What the program does differently afterwards, to be looked at; null when it does the same.</summary>
    public string? Review { get; init; }

    /// <summary>The title as people choose by it: what is not safe says so.</summary>
    public string Label => Applicability is Applicability.Safe ? Title : Review is { } review ? $"{Title} (needs review: {review})" : $"{Title} (needs review)";
}
