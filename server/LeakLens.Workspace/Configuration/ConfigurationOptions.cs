using System.Collections.Immutable;
using LeakLens.Engine;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Configuration;

/// <summary>Every key there is. Names and meanings follow ruff where ruff has the key.</summary>
public static class ConfigurationOptions
{
    public static readonly ConfigurationOption Profile = new("profile", OptionShape.Choice, "How strictly to look: thresholds and levels of all rules at once.") { Choices = [.. RuleCatalogue.BuiltIn.Profiles.Select(profile => profile.Name)] };

    public static readonly ConfigurationOption Select = new("select", OptionShape.Rules, "The rules to use, by id, name or beginning of an id; ALL stands for every rule. Replaces what the profile uses.");

    public static readonly ConfigurationOption ExtendSelect = new("extend-select", OptionShape.Rules, "Rules to use besides those that are selected.");

    public static readonly ConfigurationOption Ignore = new("ignore", OptionShape.Rules, "Rules to leave out. Of select and ignore, the one that names a rule more closely wins.");

    public static readonly ConfigurationOption PerFileIgnores = new("per-file-ignores", OptionShape.RulesByPattern, "Rules to leave out in files that match a pattern; a pattern that begins with ! stands for all other files.");

    public static readonly ConfigurationOption Exclude = new("exclude", OptionShape.Patterns, "Files and folders that are not searched. Replaces the default list of caches, environments and build output.");

    public static readonly ConfigurationOption ExtendExclude = new("extend-exclude", OptionShape.Patterns, "Files and folders that are not searched, besides those of exclude.");

    public static readonly ConfigurationOption RespectGitignore = new("respect-gitignore", OptionShape.Switch, "Leave out what .gitignore leaves out.");

    public static readonly ConfigurationOption ForceExclude = new("force-exclude", OptionShape.Switch, "Leave out excluded files even if the command line names them, as pre-commit does.");

    public static readonly ConfigurationOption TargetVersion = new("target-version", OptionShape.Choice, "The CPython whose bytes are counted.") { Choices = [.. TargetVersionName.All, .. TargetVersionName.All.Select(static name => $"py{name.Replace(".", "", StringComparison.Ordinal)}")] };

    public static readonly ConfigurationOption Deployment = new("deployment", OptionShape.Switch, "Look at the files by which programs are deployed, too: manifests of Kubernetes, Compose and Docker files, units of systemd, configurations of stores.");

    public static readonly ConfigurationOption Fixable = new("fixable", OptionShape.Rules, "Rules whose fixes may be applied.");

    public static readonly ConfigurationOption Unfixable = new("unfixable", OptionShape.Rules, "Rules whose fixes are never applied.");

    public static readonly ConfigurationOption UnsafeFixes = new("unsafe-fixes", OptionShape.Switch, "Apply fixes that may change what the program means, too.");

    public static readonly ConfigurationOption OutputFormat = new("output-format", OptionShape.Choice, "How a scan prints its report, unless --format says so.") { Choices = [.. ReportFormats.Names] };

    public static readonly ConfigurationOption Rules = new("rules", OptionShape.Levels, "The level of all findings of a rule, or off.") { Choices = ["error", "warning", "note", "off"] };

    public static readonly ConfigurationOption Thresholds = new("thresholds", OptionShape.Thresholds, "Numbers that a rule compares with; a text may have a unit, such as \"2 MiB\".");

    public static readonly ConfigurationOption RulePaths = new("rule-paths", OptionShape.Folders, "Folders with rules of your own: each folder in them that has a rule.json is one.");

    public static readonly ConfigurationOption ModelPaths = new("model-paths", OptionShape.Folders, "Folders with library models of your own.");

    public static readonly ConfigurationOption Extend = new("extend", OptionShape.Path, "A configuration file that this one builds on.");

    public static ImmutableArray<ConfigurationOption> All { get; } =
    [
        Extend, Profile, Select, ExtendSelect, Ignore, PerFileIgnores, Rules, Thresholds, Exclude, ExtendExclude, RespectGitignore, ForceExclude, Deployment, TargetVersion,
        Fixable, Unfixable, UnsafeFixes, OutputFormat, RulePaths, ModelPaths,
    ];

    public static ConfigurationOption? Find(string name) => All.FirstOrDefault(option => option.Name.Equals(name, StringComparison.Ordinal));
}
