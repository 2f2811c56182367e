using System.Collections.Immutable;

namespace LeakLens.Engine.Rules;

/// <summary>The rules that are switched on, by id, each with the thresholds in force.</summary>
public sealed class RuleSet
{
    private readonly ImmutableDictionary<string, RuleDescriptor> _byId;

    public RuleSet(IEnumerable<RuleDescriptor> rules)
        : this(rules, Composition.Balanced)
    {
    }

    /// <param name="trustsPaths">As in <see cref="Profile"/>.</param>
    public RuleSet(IEnumerable<RuleDescriptor> rules, Composition composition, bool trustsPaths = false)
    {
        TrustsPaths = trustsPaths;
        _byId = rules.ToImmutableDictionary(rule => rule.Id, StringComparer.Ordinal);
        Composition = composition;
    }

    /// <summary>How much several signals together weigh.</summary>
    public Composition Composition { get; }

    /// <summary>What a path says about the code (a test, a copy of another project) is believed.</summary>
    public bool TrustsPaths { get; }

    public IEnumerable<RuleDescriptor> All => _byId.Values;

    public RuleDescriptor? Find(string id) => _byId.GetValueOrDefault(id);
}
