using System.Collections.Immutable;

namespace LeakLens.Engine.Rules;

/// <summary>The descriptors of the rules that are switched on, by id.</summary>
public sealed class RuleSet
{
    private readonly ImmutableDictionary<string, RuleDescriptor> _byId;

    public RuleSet(IEnumerable<RuleDescriptor> rules)
    {
        _byId = rules.ToImmutableDictionary(rule => rule.Id, StringComparer.Ordinal);
    }

    public RuleDescriptor? Find(string id) => _byId.GetValueOrDefault(id);
}
