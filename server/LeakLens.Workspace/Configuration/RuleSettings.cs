using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Configuration;

/// <summary>What layers together say about each rule.</summary>
internal static class RuleSettings
{
    public static ImmutableArray<RuleSetting> Resolve(ImmutableArray<ConfigurationLayer> layers, Profile profile, RuleCatalogue catalogue)
    {
        var selection = RuleSelection.Resolve(catalogue, profile, layers);
        return
        [
            .. catalogue.Rules.Select(rule => new RuleSetting(
                profile.Apply(rule), selection[rule.Id].IsOn, selection[rule.Id].Origin, LevelOf(rule, layers), ThresholdsOf(rule, profile, layers))),
        ];
    }

    /// <summary>The origin of what a profile changes.</summary>
    public static SettingOrigin OriginOf(Profile profile) => new($"profile {profile.Name}");

    /// <summary>The last layer wins, and within a layer what names the rule most closely.</summary>
    private static Setting<FindingLevel>? LevelOf(RuleDescriptor rule, ImmutableArray<ConfigurationLayer> layers)
    {
        Setting<FindingLevel>? level = null;
        foreach (var setting in layers.SelectMany(layer => layer.Levels.OrderBy(level => level.Value.Rule.Closeness)))
        {
            if (setting.Value.Rule.Ids.Contains(rule.Id, StringComparer.Ordinal))
            {
                level = setting.Value.Level is { } own ? new Setting<FindingLevel>(own, setting.Origin) : null;
            }
        }

        return level;
    }

    private static ImmutableSortedDictionary<string, Setting<double>> ThresholdsOf(RuleDescriptor rule, Profile profile, ImmutableArray<ConfigurationLayer> layers)
    {
        var thresholds = ImmutableSortedDictionary.CreateBuilder<string, Setting<double>>(StringComparer.Ordinal);
        var ofProfile = profile.Thresholds.GetValueOrDefault(rule.Id);
        foreach (var (name, value) in rule.Thresholds)
        {
            thresholds[name] = ofProfile is not null && ofProfile.TryGetValue(name, out var own) ? new Setting<double>(own, OriginOf(profile)) : new Setting<double>(value, SettingOrigin.Default);
        }

        // A base may have meant another rule of that id, which has other thresholds.
        foreach (var setting in layers.SelectMany(layer => layer.Thresholds).Where(setting => setting.Value.RuleId.Equals(rule.Id, StringComparison.Ordinal) && rule.Thresholds.ContainsKey(setting.Value.Name)))
        {
            thresholds[setting.Value.Name] = new Setting<double>(setting.Value.Value, setting.Origin);
        }

        return thresholds.ToImmutable();
    }
}
