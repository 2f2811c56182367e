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
        Contracts = [.. _byId.Values.Where(static rule => rule.Contract is not null).OrderBy(static rule => rule.Id, StringComparer.Ordinal)];
        Composition = composition;
    }

    /// <summary>The rules of a project's own among them, ordered by id.</summary>
    public ImmutableArray<RuleDescriptor> Contracts { get; }

    /// <summary>How much several signals together weigh.</summary>
    public Composition Composition { get; }

    /// <summary>What a path says about the code (a test, a copy of another project) is believed.</summary>
    public bool TrustsPaths { get; }

    /// <summary>All rules there are, those that are off, too: a comment may name them. Without it, those that are on.</summary>
    public IEnumerable<RuleDescriptor>? Known { get; init; }

    /// <summary>No project has brought rules along that nobody was told of: a name that stands for no rule is a slip.</summary>
    public bool KnowsAll { get; init; } = true;

    public IEnumerable<RuleDescriptor> All => _byId.Values;

    public RuleDescriptor? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The rule that an id, a name or another tool's code stands for, whether it is on or off; upper and lower case are the same.</summary>
    public RuleDescriptor? FindNamed(string name)
    {
        foreach (var rule in Known ?? All)
        {
            if (rule.Id.Equals(name, StringComparison.OrdinalIgnoreCase) || rule.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
                || rule.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                return rule;
            }
        }

        return null;
    }
}
