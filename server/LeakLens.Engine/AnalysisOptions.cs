using LeakLens.Engine.Rules;

namespace LeakLens.Engine;

/// <summary>What an analysis is told besides the text.</summary>
public sealed record AnalysisOptions(RuleSet Rules)
{
    /// <summary>What the code is for.</summary>
    public CodeRole Role { get; init; } = CodeRole.Product;

    /// <summary>Whose bytes are counted.</summary>
    public TargetVersion Target { get; init; } = TargetVersion.Python311;
}
