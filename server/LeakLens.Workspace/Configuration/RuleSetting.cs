using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;

namespace LeakLens.Workspace.Configuration;

/// <summary>What a configuration says about one rule.</summary>
/// <param name="Rule">As the rule's folder and the profile describe it.</param>
/// <param name="Origin">What switched it on or off.</param>
/// <param name="Level">The level of all its findings, where the configuration sets one.</param>
/// <param name="Thresholds">All there are, each with who set it.</param>
public sealed record RuleSetting(
    RuleDescriptor Rule,
    bool IsOn,
    SettingOrigin Origin,
    Setting<FindingLevel>? Level,
    ImmutableSortedDictionary<string, Setting<double>> Thresholds)
{
    /// <summary>The rule as it is in force.</summary>
    public RuleDescriptor Descriptor => Rule with
    {
        FixedLevel = Level?.Value,
        Thresholds = Rule.Thresholds.SetItems(Thresholds.Select(own => KeyValuePair.Create(own.Key, own.Value.Value))),
    };
}
