using System.Collections.Immutable;

namespace LeakLens.Engine.Findings;

/// <summary>A change of the text that makes a finding go away.</summary>
public sealed record Fix(string Title, Applicability Applicability, ImmutableArray<TextEdit> Edits);
