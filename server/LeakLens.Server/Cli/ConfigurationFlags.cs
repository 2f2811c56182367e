using System.Collections.Immutable;
using System.CommandLine;
using LeakLens.Engine;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Rules;

namespace LeakLens.Server.Cli;

/// <summary>The options that say which configuration is in force; what they set wins over every file.</summary>
internal sealed class ConfigurationFlags
{
    private readonly Option<string> _profile = new("--profile") { Description = "How strictly to look [default: balanced]", HelpName = string.Join('|', ConfigurationOptions.Profile.Choices) };
    private readonly Option<string[]> _select = new("--select") { Description = "Use these rules only: ids, names, beginnings of ids", HelpName = "RULES" };
    private readonly Option<string[]> _ignore = new("--ignore") { Description = "Leave these rules out", HelpName = "RULES" };
    private readonly Option<string> _target = new("--target-version") { Description = "The CPython whose bytes are counted [default: 3.11]", HelpName = string.Join('|', TargetVersionName.All) };
    private readonly Option<string> _config = new("--config") { Description = "Use this configuration file for every folder", HelpName = "FILE" };
    private readonly Option<bool> _isolated = new("--isolated") { Description = "Use no configuration file" };

    private readonly Option<bool> _forceExclude = new("--force-exclude") { Description = "Leave out excluded files even if they are named" };

    public ConfigurationFlags()
    {
        _profile.Validators.Add(result => CliCommand.RequireChoice(result, ConfigurationOptions.Profile.Choices));
        _target.Validators.Add(result => CliCommand.RequireChoice(result, ConfigurationOptions.TargetVersion.Choices));
    }

    public IEnumerable<Option> Options => [_profile, _select, _ignore, _target, _config, _isolated, _forceExclude];

    /// <exception cref="UsageException">The options make no sense together, or name what does not exist.</exception>
    public ConfigurationSource Read(ParseResult arguments, CliHost host)
    {
        var isIsolated = arguments.GetValue(_isolated);
        var file = arguments.GetValue(_config) is { } path ? Path.GetFullPath(path, host.WorkingFolder) : null;
        if (file is not null && isIsolated)
        {
            throw new UsageException("--config and --isolated contradict each other");
        }

        if (file is not null && !File.Exists(file))
        {
            throw new UsageException($"there is no configuration file {DisplayWidth.Sanitize(arguments.GetValue(_config) ?? "")}");
        }

        return new ConfigurationSource(host.WorkingFolder, file, isIsolated, ReadLayer(arguments, isIsolated));
    }

    private ConfigurationLayer ReadLayer(ParseResult arguments, bool isIsolated) => new()
    {
        Profile = arguments.GetValue(_profile) is { } profile ? new Setting<string>(profile, new SettingOrigin(_profile.Name)) : null,
        TargetVersion = arguments.GetValue(_target) is { } target ? new Setting<string>(target, new SettingOrigin(_target.Name)) : null,
        Select = ReadRules(arguments, _select, isIsolated),
        Ignore = ReadRules(arguments, _ignore, isIsolated),
        ForceExclude = arguments.GetValue(_forceExclude) ? new Setting<bool>(Value: true, new SettingOrigin(_forceExclude.Name)) : null,
    };

    private static Setting<ImmutableArray<RuleSelector>>? ReadRules(ParseResult arguments, Option<string[]> option, bool isIsolated)
    {
        if (arguments.GetValue(option) is not { Length: > 0 } lists)
        {
            return null;
        }

        // A variable that is not set must not become a scan with every rule.
        var names = lists.SelectMany(list => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        return names.Count > 0 ? new Setting<ImmutableArray<RuleSelector>>([.. names.Select(name => Find(name, isIsolated))], new SettingOrigin(option.Name)) : throw new UsageException($"{option.Name} takes rules, such as LL101,LL2; none is named");
    }

    /// <summary>Which rules a project brings along is known once it is known which files are meant.</summary>
    private static RuleSelector Find(string name, bool isIsolated) => RuleSelector.Find(name, RuleCatalogue.BuiltIn)
        ?? (!isIsolated && RuleSelector.MayBeOwn(name) ? RuleSelector.Open(name) : throw RuleNames.Unknown(name));
}
