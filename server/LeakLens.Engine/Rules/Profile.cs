using System.Collections.Immutable;
using LeakLens.Engine.Findings;

namespace LeakLens.Engine.Rules;

/// <summary>How strictly to look: thresholds of rules, the least level of some, the weight of signals. Data, one file each in rules/profiles.</summary>
/// <param name="Thresholds">By rule id: the thresholds that differ from the rule's own.</param>
/// <param name="Floors">By rule id: no finding is told at a lower level.</param>
/// <param name="Off">Ids of rules that are not used.</param>
/// <param name="TrustsPaths">Tests and benchmarks are told one level lower, generated and vendored code not at all. Not where a path may lie.</param>
public sealed record Profile(
    string Name,
    string Summary,
    ImmutableDictionary<string, ImmutableDictionary<string, double>> Thresholds,
    ImmutableDictionary<string, FindingLevel> Floors,
    ImmutableHashSet<string> Off,
    Composition Composition,
    bool TrustsPaths)
{
    /// <summary>Rules as this profile sees them.</summary>
    public RuleSet Apply(IEnumerable<RuleDescriptor> rules) => new(rules.Where(rule => !Off.Contains(rule.Id)).Select(Apply), Composition, TrustsPaths) { Known = rules };

    public RuleDescriptor Apply(RuleDescriptor rule) => rule with
    {
        Thresholds = Thresholds.TryGetValue(rule.Id, out var own) ? rule.Thresholds.SetItems(own) : rule.Thresholds,
        Floor = Floors.GetValueOrDefault(rule.Id, rule.Floor),
    };
}
