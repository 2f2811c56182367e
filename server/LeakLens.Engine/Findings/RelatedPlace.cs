using LeakLens.Python.Text;

namespace LeakLens.Engine.Findings;

/// <summary>Another place in the same text that explains a finding.</summary>
public sealed record RelatedPlace(TextSpan Span, string Message)
{
    /// <summary>What is meant lies in the code that the place executes.</summary>
    public PayloadPlace? Inside { get; init; }
}
