using System.Collections.Immutable;
using LeakLens.Python.Text;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.OwnRules;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Rules;
using LeakLens.Workspace.Toml;

namespace LeakLens.Workspace.Configuration;

/// <summary>From the table of one file to a layer. Goes on after an error: whoever mends the file wants to see all of them.</summary>
internal sealed partial class ConfigurationReader
{
    private readonly ConfigurationFile _file;
    private readonly string _shownAs;
    private readonly string _folder;
    private readonly List<ConfigurationError> _errors = [];
    private RuleCatalogue _catalogue;
    private bool _knowsAllRules;

    private ConfigurationReader(ConfigurationFile file, string shownAs, RuleCatalogue? inherited)
    {
        _file = file;
        _shownAs = shownAs;
        _folder = Path.GetDirectoryName(file.Path) ?? "/";
        _catalogue = inherited ?? RuleCatalogue.BuiltIn;
        _knowsAllRules = inherited is not null;
    }

    /// <summary>The file that this one builds on; null for none, or where it is named wrongly.</summary>
    /// <param name="shownAs">The file as origins name it.</param>
    public static Setting<string>? FindBase(ConfigurationFile file, string shownAs) =>
        file.Table.TryGet(ConfigurationOptions.Extend.Name, out var entry) && entry.Value is TomlString { Value: var path } ? new Setting<string>(path, new ConfigurationReader(file, shownAs, inherited: null).OriginOf(entry.KeySpan)) : null;

    /// <param name="shownAs">The file as origins name it.</param>
    /// <param name="inherited">The rules that are known to the file that this one builds on; null where that cannot be read.</param>
    /// <exception cref="ConfigurationException">With everything that is wrong in the file.</exception>
    public static ConfigurationLayer Read(ConfigurationFile file, string shownAs, RuleCatalogue? inherited)
    {
        var reader = new ConfigurationReader(file, shownAs, inherited);
        var layer = new ConfigurationLayer { Catalogue = reader._catalogue };

        // Rules come before all that names them.
        foreach (var entry in file.Table.Entries.OrderBy(static entry => entry.Name is not "rule-paths"))
        {
            layer = reader.ReadEntry(layer, entry);
        }

        return reader._errors.Count == 0 ? layer : throw new ConfigurationException([.. reader._errors.OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line).ThenBy(error => error.Column)]);
    }

    private ConfigurationLayer ReadEntry(ConfigurationLayer layer, TomlEntry entry)
    {
        switch (entry.Name)
        {
            case "profile":
                return layer with { Profile = ReadChoice(ConfigurationOptions.Profile, entry) };
            case "select":
                return layer with { Select = ReadRules(entry) };
            case "extend-select":
                return layer with { ExtendSelect = ReadRules(entry) };
            case "ignore":
                return layer with { Ignore = ReadRules(entry) };
            case "per-file-ignores":
                return layer with { PerFileIgnores = ReadPerFileIgnores(entry) };
            case "exclude":
                return layer with { Exclude = ReadPatterns(entry) };
            case "extend-exclude":
                return layer with { ExtendExclude = ReadPatterns(entry) };
            case "respect-gitignore":
                return layer with { RespectGitignore = ReadSwitch(entry) };
            case "force-exclude":
                return layer with { ForceExclude = ReadSwitch(entry) };
            case "deployment":
                return layer with { Deployment = ReadSwitch(entry) };
            case "target-version":
                return layer with { TargetVersion = ReadChoice(ConfigurationOptions.TargetVersion, entry) };
            case "fixable":
                return layer with { Fixable = ReadRules(entry) };
            case "unfixable":
                return layer with { Unfixable = ReadRules(entry) };
            case "unsafe-fixes":
                return layer with { UnsafeFixes = ReadSwitch(entry) };
            case "output-format":
                return layer with { OutputFormat = ReadChoice(ConfigurationOptions.OutputFormat, entry) };
            case "rules":
                return layer with { Levels = ReadLevels(entry) };
            case "thresholds":
                return layer with { Thresholds = ReadThresholds(entry) };
            case "rule-paths":
                return ReadOwnRules(layer with { RulePaths = ReadFolders(entry) }, entry);
            case "model-paths":
                return ReadModels(layer with { ModelPaths = ReadFolders(entry) }, entry);
            case "extend":
                return layer with { Extend = ReadText(entry, entry.Name, "the path of a configuration file") };
            default:
                ReportUnknown(entry);
                return layer;
        }
    }

    private void ReportUnknown(TomlEntry entry)
    {
        var name = DisplayWidth.Sanitize(entry.Name);
        var nearest = NearestName.Find(entry.Name, ConfigurationOptions.All.Select(option => option.Name)) is { } found ? $" (did you mean '{found}'?)" : "";
        Report(entry.KeySpan, $"there is no key '{name}'{nearest}");
    }

    private Setting<string>? ReadChoice(ConfigurationOption option, TomlEntry entry)
    {
        var choices = string.Join(", ", option.Choices.Select(choice => $"\"{choice}\""));
        if (ReadText(entry, option.Name, $"one of {choices}") is not { } setting)
        {
            return null;
        }

        if (option.Choices.Contains(setting.Value, StringComparer.Ordinal))
        {
            return setting;
        }

        var nearest = NearestName.Find(setting.Value, option.Choices) is { } found ? $" (did you mean \"{found}\"?)" : "";
        Report(entry.Value.Span, $"'{option.Name}' takes one of {choices}, not \"{DisplayWidth.Sanitize(setting.Value)}\"{nearest}");
        return null;
    }

    private Setting<bool>? ReadSwitch(TomlEntry entry)
    {
        if (entry.Value is TomlBoolean { Value: var value })
        {
            return new Setting<bool>(value, OriginOf(entry.KeySpan));
        }

        ReportType(entry.Value, entry.Name, "true or false");
        return null;
    }

    private Setting<string>? ReadText(TomlEntry entry, string name, string expected)
    {
        if (entry.Value is TomlString { Value: var value })
        {
            return new Setting<string>(value, OriginOf(entry.KeySpan));
        }

        ReportType(entry.Value, name, expected);
        return null;
    }

    /// <summary>The texts of a list; what is no text is reported and left out. Null if it is no list.</summary>
    private List<TomlString>? ReadList(TomlValue value, string name, string example)
    {
        if (value is not TomlArray { Items: var items })
        {
            ReportType(value, name, $"a list of texts, such as {example}");
            return null;
        }

        foreach (var item in items.Where(item => item is not TomlString))
        {
            ReportType(item, name, $"a list of texts, such as {example}");
        }

        return [.. items.OfType<TomlString>()];
    }

    private Setting<ImmutableArray<PathPattern>>? ReadPatterns(TomlEntry entry) => ReadList(entry.Value, entry.Name, "[\"generated\", \"src/old/**\"]") is { } list
        ? new Setting<ImmutableArray<PathPattern>>([.. list.Select(item => PathPattern.Parse(item.Value, _folder))], OriginOf(entry.KeySpan))
        : null;

    private Setting<ImmutableArray<string>>? ReadFolders(TomlEntry entry)
    {
        if (ReadList(entry.Value, entry.Name, "[\".leaklens/rules\"]") is not { } list)
        {
            return null;
        }

        var folders = ImmutableArray.CreateBuilder<string>();
        foreach (var item in list)
        {
            var path = Path.GetFullPath(item.Value, _folder);
            folders.Add(path);
            if (!Directory.Exists(path))
            {
                Report(item.Span, $"there is no folder {DisplayWidth.Sanitize(item.Value)}");
            }
        }

        return new Setting<ImmutableArray<string>>(folders.ToImmutable(), OriginOf(entry.KeySpan));
    }

    /// <summary>As below. Rules of a base go where a file names folders of its own.</summary>
    private ConfigurationLayer ReadOwnRules(ConfigurationLayer layer, TomlEntry entry)
    {
        _knowsAllRules = false;
        if (layer.RulePaths is not { Value: var folders } || !folders.All(Directory.Exists))
        {
            return layer;
        }

        try
        {
            _catalogue = RuleCatalogue.BuiltIn.With(OwnRuleFolders.Read(folders, out var errors));
            _errors.AddRange(errors);
            _knowsAllRules = errors.IsEmpty;
            return layer with { Catalogue = _catalogue };
        }
        catch (DocumentException exception)
        {
            Report(entry.KeySpan, DisplayWidth.Sanitize(exception.Message));
            return layer;
        }
    }

    /// <summary>What is wrong in the files is told in those files.</summary>
    private ConfigurationLayer ReadModels(ConfigurationLayer layer, TomlEntry entry)
    {
        if (layer.ModelPaths is not { Value: { IsEmpty: false } folders } || !folders.All(Directory.Exists))
        {
            return layer;
        }

        try
        {
            var models = ModelFolders.Read(folders, out var errors);
            _errors.AddRange(errors);
            return layer with { Models = models };
        }
        catch (DocumentException exception)
        {
            Report(entry.KeySpan, DisplayWidth.Sanitize(exception.Message));
            return layer;
        }
    }

    private SettingOrigin OriginOf(TextSpan span)
    {
        var position = _file.Document.Text.GetPosition(span.Start, ColumnUnit.Utf32);
        return new SettingOrigin(_shownAs, position.Line + 1, position.Column + 1);
    }

    private void ReportType(TomlValue value, string name, string expected) => Report(value.Span, $"'{name}' takes {expected}, not {value.Noun}");

    private void Report(TextSpan span, string message)
    {
        var position = _file.Document.Text.GetPosition(span.Start, ColumnUnit.Utf32);
        _errors.Add(new ConfigurationError(_file.Path, position.Line + 1, position.Column + 1, message));
    }
}
