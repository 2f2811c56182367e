using LeakLens.Python.Text;

namespace LeakLens.Engine.Findings;

/// <summary>Replaces a span by a text.</summary>
public sealed record TextEdit(TextSpan Span, string NewText);
