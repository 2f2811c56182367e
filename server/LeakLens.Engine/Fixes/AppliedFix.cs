using LeakLens.Engine.Findings;

namespace LeakLens.Engine.Fixes;

/// <summary>A fix that was made, and the finding that it took away.</summary>
public sealed record AppliedFix(Finding Finding, Fix Fix);
