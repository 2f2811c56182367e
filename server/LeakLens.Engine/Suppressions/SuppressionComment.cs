using System.Collections.Immutable;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Suppressions;

/// <summary>One request in a comment; a comment may hold several, each behind a <c>#</c> of its own.</summary>
/// <param name="Span">From its <c>#</c> to the end of its justification.</param>
/// <param name="Names">The rules between its brackets, or behind the colon of a noqa.</param>
/// <param name="Problem">Why it cannot be understood; null if it can.</param>
internal sealed record SuppressionComment(SuppressionVerb Verb, TextSpan Span, ImmutableArray<SuppressionName> Names, string? Justification, string? Problem = null);
