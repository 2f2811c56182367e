using LeakLens.Python.Text;

namespace LeakLens.Engine.Findings;

/// <summary>Replaces a span by a text.</summary>
public sealed record TextEdit(TextSpan Span, string NewText)
{
    /// <summary>The part of <see cref="NewText"/>, counted from its start, that is a number to be chosen; null for none.</summary>
    public TextSpan? Placeholder { get; init; }
}
