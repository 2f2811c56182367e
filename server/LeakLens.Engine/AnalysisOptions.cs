using LeakLens.Engine.Rules;

namespace LeakLens.Engine;

/// <summary>What an analysis is told besides the text.</summary>
public sealed record AnalysisOptions(RuleSet Rules);
