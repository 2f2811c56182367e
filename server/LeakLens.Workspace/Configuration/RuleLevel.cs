using LeakLens.Engine.Findings;

namespace LeakLens.Workspace.Configuration;

/// <summary>What the key <c>rules</c> says about one rule. A level of null is off.</summary>
public sealed record RuleLevel(RuleSelector Rule, FindingLevel? Level);
