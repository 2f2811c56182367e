using LeakLens.Engine.Rules;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Configuration;

/// <summary>
/// Which rules are on, as ruff decides it: layer by layer, a layer that selects begins anew, and within a layer whatever names a rule
/// more closely wins over what names it less closely.
/// </summary>
internal static class RuleSelection
{
    /// <summary>Every rule of the catalogue: whether it is on, and what made it so.</summary>
    public static Dictionary<string, (bool IsOn, SettingOrigin Origin)> Resolve(RuleCatalogue catalogue, Profile profile, IEnumerable<ConfigurationLayer> layers)
    {
        var rules = catalogue.Rules.ToDictionary(
            rule => rule.Id,
            rule => profile.Off.Contains(rule.Id) ? (false, RuleSettings.OriginOf(profile)) : (true, SettingOrigin.Default),
            StringComparer.Ordinal);
        foreach (var layer in layers)
        {
            Apply(layer, rules);
        }

        return rules;
    }

    private static void Apply(ConfigurationLayer layer, Dictionary<string, (bool IsOn, SettingOrigin Origin)> rules)
    {
        if (layer.Select is { } select)
        {
            foreach (var id in rules.Keys)
            {
                rules[id] = (false, select.Origin);
            }
        }

        // Switched on first: of two that name a rule equally closely, ignoring wins.
        foreach (var step in StepsOf(layer).OrderBy(step => step.Selector.Closeness).ThenByDescending(step => step.IsOn))
        {
            foreach (var id in step.Selector.Ids)
            {
                rules[id] = (step.IsOn, step.Origin);
            }
        }
    }

    private static IEnumerable<(RuleSelector Selector, bool IsOn, SettingOrigin Origin)> StepsOf(ConfigurationLayer layer)
    {
        foreach (var (list, isOn) in new[] { (layer.Select, true), (layer.ExtendSelect, true), (layer.Ignore, false) })
        {
            if (list is not null)
            {
                foreach (var selector in list.Value)
                {
                    yield return (selector, isOn, list.Origin);
                }
            }
        }

        foreach (var level in layer.Levels)
        {
            yield return (level.Value.Rule, level.Value.Level is not null, level.Origin);
        }
    }
}
