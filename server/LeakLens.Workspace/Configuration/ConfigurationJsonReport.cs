using LeakLens.Workspace.Reports;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Workspace.Configuration;

/// <summary>The configuration in force for one file, for machines: values and, beside each, where it comes from.</summary>
public static class ConfigurationJsonReport
{
    /// <param name="fullPath">The file or folder that is asked about.</param>
    /// <param name="shownAs">What to call it.</param>
    public static void Write(TextWriter output, EffectiveConfiguration configuration, string fullPath, string shownAs)
    {
        var report = new JObject
        {
            ["path"] = shownAs,
            ["excludedBy"] = configuration.FindExclusionOfPathOrParent(fullPath) is { } exclusion
                ? new JObject { ["pattern"] = exclusion.Value.Text, ["origin"] = Origin(exclusion.Origin) }
                : JValue.CreateNull(),
            ["settings"] = SettingsOf(configuration),
            ["models"] = new JArray(configuration.Models?.Modules ?? []),
            ["rules"] = new JArray(configuration.Rules.Select(rule => RuleOf(configuration, rule, fullPath))),
        };
        output.WriteLine(report.ToString(Formatting.Indented));
    }

    private static JObject SettingsOf(EffectiveConfiguration configuration)
    {
        var perFile = configuration.PerFileIgnores;
        return new JObject
        {
            [ConfigurationOptions.Profile.Name] = Setting(configuration.Profile, text => text),
            [ConfigurationOptions.PerFileIgnores.Name] = Setting(perFile, list => new JArray(list.Select(ignore => new JObject
            {
                ["pattern"] = (ignore.IsInverted ? "!" : "") + ignore.Pattern.Text,
                ["rules"] = new JArray(ignore.Rules.Select(rule => rule.Text)),
            }))),
            [ConfigurationOptions.Exclude.Name] = Setting(configuration.Exclude, list => new JArray(list.Select(pattern => pattern.Text))),
            [ConfigurationOptions.ExtendExclude.Name] = new JArray(configuration.ExtendExclude.Select(setting => Setting(setting, list => new JArray(list.Select(pattern => pattern.Text))))),
            [ConfigurationOptions.RespectGitignore.Name] = Setting(configuration.RespectGitignore, value => value),
            [ConfigurationOptions.ForceExclude.Name] = Setting(configuration.ForceExclude, value => value),
            [ConfigurationOptions.Deployment.Name] = Setting(configuration.Deployment, value => value),
            [ConfigurationOptions.TargetVersion.Name] = Setting(configuration.TargetVersion, text => text),
            [ConfigurationOptions.UnsafeFixes.Name] = Setting(configuration.UnsafeFixes, value => value),
            [ConfigurationOptions.OutputFormat.Name] = Setting(configuration.OutputFormat, text => text),
            [ConfigurationOptions.RulePaths.Name] = Setting(configuration.RulePaths, list => new JArray(list)),
            [ConfigurationOptions.ModelPaths.Name] = Setting(configuration.ModelPaths, list => new JArray(list)),
        };
    }

    private static JObject RuleOf(EffectiveConfiguration configuration, RuleSetting rule, string fullPath)
    {
        var (isOn, origin) = ConfigurationText.StateOf(configuration, rule, fullPath);
        var thresholds = rule.Thresholds.Select(threshold => new JProperty(threshold.Key, Setting(threshold.Value, value => value)));
        return new JObject
        {
            ["id"] = rule.Rule.Id,
            ["name"] = rule.Rule.Name,
            ["isOn"] = isOn,
            ["origin"] = origin,
            ["isFixable"] = configuration.IsFixable(rule.Rule.Id),
            ["level"] = rule.Level is { } level ? Setting(level, value => JsonNames.Of(value)) : JValue.CreateNull(),
            ["thresholds"] = new JObject(thresholds),
        };
    }

    private static JObject Setting<T>(Setting<T> setting, Func<T, JToken> value) => new() { ["value"] = value(setting.Value), ["origin"] = Origin(setting.Origin) };

    private static JObject Origin(SettingOrigin origin) => origin.IsFile
        ? new JObject { ["source"] = origin.Source, ["line"] = origin.Line, ["column"] = origin.Column }
        : new JObject { ["source"] = origin.Source };
}
