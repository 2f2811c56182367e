using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Rules;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.Configuration;

/// <summary>What the user has set in the editor, for a folder of the workspace. It wins over the configuration files.</summary>
/// <param name="Layer">The settings that files have, too.</param>
/// <param name="DiagnosesWorkspace">Findings of files that are not open are wanted without being asked for.</param>
/// <param name="Baseline">The file whose findings are forgiven; empty for none.</param>
/// <param name="Problems">What was set and makes no sense.</param>
internal sealed record EditorSettings(ConfigurationLayer Layer, bool DiagnosesWorkspace, bool ShowsLenses, bool ShowsHints, string Baseline, ImmutableArray<string> Problems)
{
    public const string Section = "leaklens";

    /// <summary>What holds when nothing is set.</summary>
    public static readonly EditorSettings Default = new(new ConfigurationLayer(), DiagnosesWorkspace: false, ShowsLenses: true, ShowsHints: false, Baseline: "", []);

    private static readonly SettingOrigin Origin = new("the editor's settings");

    /// <summary>Reads what a client answers for the section; whatever does not fit is left at its default, and told.</summary>
    public static EditorSettings Read(JToken? json)
    {
        if (json is not JObject settings)
        {
            return Default;
        }

        var problems = new List<string>();
        var layer = new ConfigurationLayer
        {
            Profile = ReadProfile(settings, problems),
            Select = ReadRules(settings, "select", problems),
            Ignore = ReadRules(settings, "ignore", problems),
            Levels = ReadLevels(settings, problems),
            Deployment = settings["deployment"] is JValue { Value: bool deployment } ? new Setting<bool>(deployment, Origin) : null,
        };
        return new EditorSettings(
            layer,
            (string?)(settings["diagnosticMode"] as JValue) is "workspace",
            (settings["codeLens"] as JObject)?["enabled"] is not JValue { Value: false },
            (settings["inlayHints"] as JObject)?["enabled"] is JValue { Value: true },
            settings["baseline"] is JValue { Value: string baseline } ? baseline.Trim() : "",
            [.. problems]);
    }

    /// <summary>Whether both ask for the same findings.</summary>
    public bool FindsTheSameAs(EditorSettings other) => string.Equals(Describe(Layer), Describe(other.Layer), StringComparison.Ordinal) && string.Equals(Baseline, other.Baseline, StringComparison.Ordinal);

    public bool ShowsTheSameAs(EditorSettings other) => ShowsLenses == other.ShowsLenses && ShowsHints == other.ShowsHints;

    private static Setting<string>? ReadProfile(JObject settings, List<string> problems)
    {
        if (settings["profile"] is not JValue { Value: string { Length: > 0 } name })
        {
            return null;
        }

        if (RuleCatalogue.BuiltIn.FindProfile(name) is { } profile)
        {
            return new Setting<string>(profile.Name, Origin);
        }

        problems.Add($"leaklens.profile: there is no profile '{name}'");
        return null;
    }

    private static Setting<ImmutableArray<RuleSelector>>? ReadRules(JObject settings, string key, List<string> problems)
    {
        if (settings[key] is not JArray { Count: > 0 } names)
        {
            return null;
        }

        var selectors = names.OfType<JValue>().Select(name => FindRules(key, name.Value as string ?? "", problems)).OfType<RuleSelector>();
        return new Setting<ImmutableArray<RuleSelector>>([.. selectors], Origin);
    }

    private static ImmutableArray<Setting<RuleLevel>> ReadLevels(JObject settings, List<string> problems)
    {
        var levels = ImmutableArray.CreateBuilder<Setting<RuleLevel>>();
        foreach (var property in (settings["rules"] as JObject)?.Properties() ?? [])
        {
            if (FindRules("rules", property.Name, problems) is not { } rules)
            {
                continue;
            }

            if (!TryParseLevel((property.Value as JValue)?.Value as string, out var level))
            {
                problems.Add($"leaklens.rules: the level of {property.Name} is one of error, warning, note, off");
                continue;
            }

            levels.Add(new Setting<RuleLevel>(new RuleLevel(rules, level), Origin));
        }

        return levels.ToImmutable();
    }

    /// <summary>Which rules a project brings along, its configuration says.</summary>
    private static RuleSelector? FindRules(string key, string name, List<string> problems)
    {
        var found = RuleSelector.Find(name, RuleCatalogue.BuiltIn) ?? (RuleSelector.MayBeOwn(name) ? RuleSelector.Open(name) : null);
        if (found is null)
        {
            problems.Add($"leaklens.{key}: {RuleSelector.DescribeUnknown(name, RuleCatalogue.BuiltIn)}");
        }

        return found;
    }

    private static bool TryParseLevel(string? text, out FindingLevel? level)
    {
        level = text switch
        {
            "error" => FindingLevel.Error,
            "warning" => FindingLevel.Warning,
            "note" => FindingLevel.Note,
            _ => null,
        };
        return level is not null || text is "off";
    }

    private static string Describe(ConfigurationLayer layer) =>
        $"{layer.Profile?.Value};{layer.Deployment?.Value};{Describe(layer.Select)};{Describe(layer.Ignore)};{string.Join(',', layer.Levels.Select(level => $"{level.Value.Rule.Text}={level.Value.Level}"))}";

    private static string Describe(Setting<ImmutableArray<RuleSelector>>? rules) => rules is null ? "-" : string.Join(',', rules.Value.Select(rule => rule.Text));
}
