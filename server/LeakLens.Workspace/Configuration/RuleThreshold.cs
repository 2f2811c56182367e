namespace LeakLens.Workspace.Configuration;

/// <summary>A threshold of one rule; the unit is the last word of its name.</summary>
public sealed record RuleThreshold(string RuleId, string Name, double Value);
