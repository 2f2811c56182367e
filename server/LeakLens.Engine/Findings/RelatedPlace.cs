using LeakLens.Python.Text;

namespace LeakLens.Engine.Findings;

/// <summary>Another place in the same text that explains a finding.</summary>
public sealed record RelatedPlace(TextSpan Span, string Message);
