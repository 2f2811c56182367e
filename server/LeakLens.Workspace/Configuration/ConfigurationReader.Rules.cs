using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Python.Text;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Toml;

namespace LeakLens.Workspace.Configuration;

/// <summary>This part: the keys that name rules.</summary>
internal sealed partial class ConfigurationReader
{
    private const string RulesExample = "[\"LL1\", \"LL203\"]";

    private Setting<ImmutableArray<RuleSelector>>? ReadRules(TomlEntry entry) => ReadSelectors(entry.Value, entry.Name) is { } rules
        ? new Setting<ImmutableArray<RuleSelector>>(rules, OriginOf(entry.KeySpan))
        : null;

    private ImmutableArray<RuleSelector>? ReadSelectors(TomlValue value, string name)
    {
        if (ReadList(value, name, RulesExample) is not { } list)
        {
            return null;
        }

        var selectors = ImmutableArray.CreateBuilder<RuleSelector>();
        foreach (var item in list)
        {
            if (FindSelector(item.Value, item.Span) is { } selector)
            {
                selectors.Add(selector);
            }
        }

        return selectors.ToImmutable();
    }

    private RuleSelector? FindSelector(string name, TextSpan span)
    {
        var selector = RuleSelector.Find(name, _catalogue);
        if (selector is null && IsCertain(name))
        {
            Report(span, RuleSelector.DescribeUnknown(DisplayWidth.Sanitize(name), _catalogue));
        }

        return selector;
    }

    /// <summary>Where rules of a project's own could not be read, a name that nobody knows may be one of theirs.</summary>
    private bool IsCertain(string name) => _knowsAllRules || !RuleSelector.MayBeOwn(name);

    private Setting<ImmutableArray<PerFileIgnore>>? ReadPerFileIgnores(TomlEntry entry)
    {
        if (ReadTable(entry, "from patterns to lists of rules, such as { \"tests/**\" = [\"LL1\"] }") is not { } table)
        {
            return null;
        }

        var ignores = ImmutableArray.CreateBuilder<PerFileIgnore>();
        foreach (var inner in table.Entries)
        {
            if (ReadSelectors(inner.Value, entry.Name) is { } rules)
            {
                var isInverted = inner.Name.StartsWith('!');
                ignores.Add(new PerFileIgnore(PathPattern.Parse(isInverted ? inner.Name[1..] : inner.Name, _folder), isInverted, rules));
            }
        }

        return new Setting<ImmutableArray<PerFileIgnore>>(ignores.ToImmutable(), OriginOf(entry.KeySpan));
    }

    private ImmutableArray<Setting<RuleLevel>> ReadLevels(TomlEntry entry)
    {
        var levels = ImmutableArray.CreateBuilder<Setting<RuleLevel>>();
        foreach (var inner in ReadTable(entry, "from rules to levels, such as { LL101 = \"warning\" }")?.Entries ?? [])
        {
            if (FindSelector(inner.Name, inner.KeySpan) is not { } rule || ReadChoice(ConfigurationOptions.Rules, inner) is not { } level)
            {
                continue;
            }

            if (levels.FirstOrDefault(other => other.Value.Rule.Closeness == rule.Closeness && other.Value.Rule.Ids.SequenceEqual(rule.Ids)) is { } earlier)
            {
                Report(inner.KeySpan, $"the level of {rule.Text} is already set on line {earlier.Origin.Line}, as that of {earlier.Value.Rule.Text}");
            }

            levels.Add(new Setting<RuleLevel>(new RuleLevel(rule, ParseLevel(level.Value)), level.Origin));
        }

        return levels.ToImmutable();
    }

    private ImmutableArray<Setting<RuleThreshold>> ReadThresholds(TomlEntry entry)
    {
        var thresholds = new List<Setting<RuleThreshold>>();
        foreach (var inner in ReadTable(entry, "of rules, such as { LL101 = { warning-bytes = \"2 MiB\" } }")?.Entries ?? [])
        {
            if (_catalogue.Find(inner.Name) is not { } rule)
            {
                if (IsCertain(inner.Name))
                {
                    Report(inner.KeySpan, RuleSelector.DescribeUnknown(DisplayWidth.Sanitize(inner.Name), _catalogue));
                }
            }
            else if (inner.Value is not TomlTable table)
            {
                ReportType(inner.Value, inner.Name, $"a table of thresholds, such as {{ {Names(rule).FirstOrDefault("items")} = 100 }}");
            }
            else
            {
                table.Entries.ToList().ForEach(threshold => ReadThreshold(rule, threshold, thresholds));
            }
        }

        return [.. thresholds];
    }

    private void ReadThreshold(RuleDescriptor rule, TomlEntry entry, List<Setting<RuleThreshold>> thresholds)
    {
        if (!rule.Thresholds.ContainsKey(entry.Name))
        {
            ReportUnknownThreshold(rule, entry);
        }
        else if (thresholds.Find(other => other.Value.RuleId.Equals(rule.Id, StringComparison.Ordinal) && other.Value.Name.Equals(entry.Name, StringComparison.Ordinal)) is { } earlier)
        {
            Report(entry.KeySpan, $"'{entry.Name}' of {rule.Id} is already set on line {earlier.Origin.Line}");
        }
        else if (ReadNumber(entry) is { } value)
        {
            thresholds.Add(new Setting<RuleThreshold>(new RuleThreshold(rule.Id, entry.Name, value), OriginOf(entry.KeySpan)));
        }
    }

    private double? ReadNumber(TomlEntry entry)
    {
        double? value = entry.Value switch
        {
            TomlInteger number => number.Value,
            TomlFloat number => number.Value,
            TomlString text when ThresholdText.TryParse(entry.Name, text.Value, out var parsed) => parsed,
            _ => null,
        };
        if (value is >= 0 && double.IsFinite(value.Value))
        {
            return value;
        }

        var found = entry.Value is TomlString or TomlInteger or TomlFloat ? Written(entry.Value.Span) : entry.Value.Noun;
        Report(entry.Value.Span, $"'{entry.Name}' takes a number from 0 on, such as {ThresholdText.ExampleOf(entry.Name)}, not {found}");
        return null;
    }

    private void ReportUnknownThreshold(RuleDescriptor rule, TomlEntry entry)
    {
        var names = Names(rule);
        var nearest = NearestName.Find(entry.Name, names) is { } found ? $" (did you mean '{found}'?)" : "";
        var all = names.Length > 0 ? $"it has {string.Join(", ", names)}" : "it has none";
        Report(entry.KeySpan, $"{rule.Id} has no threshold '{DisplayWidth.Sanitize(entry.Name)}'{nearest}; {all}");
    }

    private TomlTable? ReadTable(TomlEntry entry, string kind)
    {
        if (entry.Value is TomlTable table)
        {
            return table;
        }

        ReportType(entry.Value, entry.Name, $"a table {kind}");
        return null;
    }

    private string Written(TextSpan span)
    {
        const int Longest = 40;
        var text = _file.Document.Text.Text;
        return DisplayWidth.Sanitize(span.Length > Longest ? text[span.Start..(span.Start + Longest)] + "..." : text[span.Start..span.End]);
    }

    private static string[] Names(RuleDescriptor rule) => [.. rule.Thresholds.Keys.Order(StringComparer.Ordinal)];

    private static FindingLevel? ParseLevel(string level) => level switch
    {
        "error" => FindingLevel.Error,
        "warning" => FindingLevel.Warning,
        "note" => FindingLevel.Note,
        _ => null,
    };
}
