using System.Collections.Immutable;
using LeakLens.Engine.Findings;

namespace LeakLens.Engine.Rules;

/// <summary>What a rule's folder says about it. Prose stays in the folder's README and is read when it is shown.</summary>
/// <param name="Id">For example LL101.</param>
/// <param name="Name">The slug, for example loop-accumulation.</param>
/// <param name="Summary">One line.</param>
/// <param name="Thresholds">Named numbers the rule compares with, for example <c>warning-bytes</c>; the unit is part of the name.</param>
public sealed record RuleDescriptor(
    string Id,
    string Name,
    string Family,
    FindingLevel DefaultLevel,
    string Summary,
    ImmutableArray<string> Cwe,
    ImmutableArray<string> Tags,
    ImmutableDictionary<string, double> Thresholds)
{
    public double GetThreshold(string name) =>
        Thresholds.TryGetValue(name, out var value) ? value : throw new ArgumentException($"Rule {Id} has no threshold '{name}' in its rule.json.", nameof(name));
}
