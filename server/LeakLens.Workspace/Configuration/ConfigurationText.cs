using System.Collections.Immutable;
using System.Text;
using LeakLens.Workspace.Reports;

namespace LeakLens.Workspace.Configuration;

/// <summary>The values of a configuration, written as TOML.</summary>
internal static class ConfigurationText
{
    /// <summary>Every key but those of single rules.</summary>
    public static IEnumerable<(string Key, string Value, SettingOrigin Origin)> SettingsOf(EffectiveConfiguration configuration)
    {
        yield return (ConfigurationOptions.Profile.Name, Quote(configuration.Profile.Value), configuration.Profile.Origin);
        foreach (var setting in PerFileIgnoresOf(configuration))
        {
            yield return setting;
        }

        yield return (ConfigurationOptions.Exclude.Name, List(configuration.Exclude.Value, pattern => pattern.Text), configuration.Exclude.Origin);
        foreach (var setting in configuration.ExtendExclude)
        {
            yield return (ConfigurationOptions.ExtendExclude.Name, List(setting.Value, pattern => pattern.Text), setting.Origin);
        }

        yield return Switch(ConfigurationOptions.RespectGitignore, configuration.RespectGitignore);
        yield return Switch(ConfigurationOptions.ForceExclude, configuration.ForceExclude);
        yield return Switch(ConfigurationOptions.Deployment, configuration.Deployment);
        yield return (ConfigurationOptions.TargetVersion.Name, Quote(configuration.TargetVersion.Value), configuration.TargetVersion.Origin);
        yield return Rules(ConfigurationOptions.Fixable, configuration.Fixable, "[\"ALL\"]");
        yield return Rules(ConfigurationOptions.Unfixable, configuration.Unfixable, "[]");
        yield return Switch(ConfigurationOptions.UnsafeFixes, configuration.UnsafeFixes);
        yield return (ConfigurationOptions.OutputFormat.Name, Quote(configuration.OutputFormat.Value), configuration.OutputFormat.Origin);
        yield return (ConfigurationOptions.RulePaths.Name, List(configuration.RulePaths.Value, path => path), configuration.RulePaths.Origin);
        yield return (ConfigurationOptions.ModelPaths.Name, List(configuration.ModelPaths.Value, path => path), configuration.ModelPaths.Origin);
    }

    /// <summary>Whether a rule looks at this very file, and what decides it.</summary>
    public static (bool IsOn, string Origin) StateOf(EffectiveConfiguration configuration, RuleSetting rule, string fullPath)
    {
        var ignore = configuration.PerFileIgnores.Value.FirstOrDefault(ignore =>
            ignore.AppliesTo(fullPath) && ignore.Rules.Any(selector => selector.Ids.Contains(rule.Rule.Id, StringComparer.Ordinal)));
        return rule.IsOn && ignore is not null
            ? (false, $"per-file-ignores {Quote(KeyOf(ignore))}, {configuration.PerFileIgnores.Origin}")
            : (rule.IsOn, rule.Origin.ToString());
    }

    /// <summary>A basic string; what would steer a terminal is escaped.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            quoted.Append(rune.Value switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                _ when DisplayWidth.IsUnsafe(rune) => rune.Value > char.MaxValue ? $"\\U{rune.Value:X8}" : $"\\u{rune.Value:X4}",
                _ => rune.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    private static IEnumerable<(string Key, string Value, SettingOrigin Origin)> PerFileIgnoresOf(EffectiveConfiguration configuration)
    {
        var ignores = configuration.PerFileIgnores;
        var entries = string.Join(", ", ignores.Value.Select(ignore => $"{Quote(KeyOf(ignore))} = {List(ignore.Rules, rule => rule.Text)}"));
        return [(ConfigurationOptions.PerFileIgnores.Name, entries.Length > 0 ? $"{{ {entries} }}" : "{}", ignores.Origin)];
    }

    private static string KeyOf(PerFileIgnore ignore) => (ignore.IsInverted ? "!" : "") + ignore.Pattern.Text;

    private static (string Key, string Value, SettingOrigin Origin) Switch(ConfigurationOption option, Setting<bool> setting) =>
        (option.Name, setting.Value ? "true" : "false", setting.Origin);

    private static (string Key, string Value, SettingOrigin Origin) Rules(ConfigurationOption option, Setting<ImmutableArray<RuleSelector>>? setting, string without) =>
        (option.Name, setting is null ? without : List(setting.Value, rule => rule.Text), setting?.Origin ?? SettingOrigin.Default);

    private static string List<T>(IEnumerable<T> items, Func<T, string> text) => $"[{string.Join(", ", items.Select(item => Quote(text(item))))}]";
}
