using System.Collections.Concurrent;
using System.Collections.Immutable;
using LeakLens.Engine;
using LeakLens.Engine.Library;
using LeakLens.Engine.Rules;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.OwnRules;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Configuration;

/// <summary>What is in force for the files of some folders, and where each value comes from.</summary>
public sealed class EffectiveConfiguration
{
    private readonly ConcurrentDictionary<string, RuleSet> _ruleSets = new(StringComparer.Ordinal);

    private readonly ImmutableArray<OwnRuleScope> _scopes;

    private EffectiveConfiguration(ImmutableArray<ConfigurationLayer> layers, string folder, RuleCatalogue catalogue)
    {
        Profile = Last(layers, layer => layer.Profile) ?? Default(RuleCatalogue.DefaultProfile);
        RuleProfile = catalogue.FindProfile(Profile.Value) ?? throw new ArgumentException($"There is no profile {Profile.Value}.", nameof(layers));
        Exclude = Last(layers, layer => layer.Exclude) ?? Default<ImmutableArray<PathPattern>>([.. DefaultExcludes.Names.Select(name => PathPattern.Parse(name, folder))]);
        ExtendExclude = [.. layers.Select(layer => layer.ExtendExclude).OfType<Setting<ImmutableArray<PathPattern>>>()];
        RespectGitignore = Last(layers, layer => layer.RespectGitignore) ?? Default(value: true);
        ForceExclude = Last(layers, layer => layer.ForceExclude) ?? Default(value: false);
        Deployment = Last(layers, layer => layer.Deployment) ?? Default(value: true);
        TargetVersion = Last(layers, layer => layer.TargetVersion) ?? Default(TargetVersionName.All[0]);
        UnsafeFixes = Last(layers, layer => layer.UnsafeFixes) ?? Default(value: false);
        OutputFormat = Last(layers, layer => layer.OutputFormat) ?? Default("text");
        PerFileIgnores = Last(layers, layer => layer.PerFileIgnores) ?? Default<ImmutableArray<PerFileIgnore>>([]);
        Fixable = Last(layers, layer => layer.Fixable);
        Unfixable = Last(layers, layer => layer.Unfixable);
        RulePaths = Last(layers, layer => layer.RulePaths) ?? Default<ImmutableArray<string>>([]);
        ModelPaths = Last(layers, layer => layer.ModelPaths) ?? Default<ImmutableArray<string>>([]);
        Models = layers.LastOrDefault(layer => layer.ModelPaths is not null)?.Models;
        Layers = layers;
        Catalogue = catalogue;
        _scopes = [.. catalogue.Own.Select(rule => new OwnRuleScope(rule, folder))];
        Rules = RuleSettings.Resolve(layers, RuleProfile, catalogue);
    }

    public Setting<string> Profile { get; }

    /// <summary>The profile itself.</summary>
    public Profile RuleProfile { get; }

    /// <summary>Every rule there is, ordered by id, on or off.</summary>
    public ImmutableArray<RuleSetting> Rules { get; }

    public Setting<ImmutableArray<PerFileIgnore>> PerFileIgnores { get; }

    public Setting<ImmutableArray<PathPattern>> Exclude { get; }

    /// <summary>Those of all files: they add up.</summary>
    public ImmutableArray<Setting<ImmutableArray<PathPattern>>> ExtendExclude { get; }

    public Setting<bool> RespectGitignore { get; }

    public Setting<bool> ForceExclude { get; }

    /// <summary>Files of deployments are looked at.</summary>
    public Setting<bool> Deployment { get; }

    /// <summary>As written.</summary>
    public Setting<string> TargetVersion { get; }

    /// <summary>Whose bytes are counted.</summary>
    public TargetVersion Target => TargetVersionName.TryParse(TargetVersion.Value, out var version) ? version : default;

    /// <summary>Null for all rules.</summary>
    public Setting<ImmutableArray<RuleSelector>>? Fixable { get; }

    public Setting<ImmutableArray<RuleSelector>>? Unfixable { get; }

    public Setting<bool> UnsafeFixes { get; }

    public Setting<string> OutputFormat { get; }

    public Setting<ImmutableArray<string>> RulePaths { get; }

    /// <summary>What of the configuration is not heeded, one sentence each, with its place; nothing most of the time.</summary>
    public ImmutableArray<string> Notes => RulePaths.Value.IsEmpty || !Catalogue.Own.IsEmpty ? [] : [$"{RulePaths.Origin}: {NoRules}"];

    internal const string NoRules = "'rule-paths' has no effect: no folder in it has a rule.json";

    public Setting<ImmutableArray<string>> ModelPaths { get; }

    /// <summary>What lies in <see cref="ModelPaths"/>; null when that is nothing.</summary>
    public LibraryModels? Models { get; }

    /// <summary>Every rule that names of the configuration, and comments in its files, may stand for.</summary>
    public RuleCatalogue Catalogue { get; }

    /// <summary>No file was left out that may have brought rules along.</summary>
    public bool KnowsAllRules { get; private init; } = true;

    /// <summary>What it is made from: files, the one that others build on first, then the command line.</summary>
    public ImmutableArray<ConfigurationLayer> Layers { get; }

    /// <summary>What is in force where the configuration of a project is left aside: rules that it brings along are not known.</summary>
    /// <param name="folder">As below.</param>
    public static EffectiveConfiguration Isolate(ConfigurationLayer layer, string folder) => new([layer.In(RuleCatalogue.BuiltIn)], folder, RuleCatalogue.BuiltIn) { KnowsAllRules = false };

    /// <param name="folder">Where the default patterns start, and those of rules of the project's own.</param>
    public static EffectiveConfiguration Resolve(ImmutableArray<ConfigurationLayer> layers, string folder, RuleCatalogue catalogue) => new([.. layers.Select(layer => layer.In(catalogue))], folder, catalogue);

    /// <summary>The rules for one file: those that are on, not left out there, and about it.</summary>
    public RuleSet RulesFor(string fullPath)
    {
        var ignored = PerFileIgnores.Value.Where(ignore => ignore.AppliesTo(fullPath)).SelectMany(ignore => ignore.Rules).SelectMany(rule => rule.Ids)
            .Concat(_scopes.Where(scope => !scope.Covers(fullPath)).Select(static scope => scope.Id))
            .ToImmutableSortedSet(StringComparer.Ordinal);
        return _ruleSets.GetOrAdd(string.Join(',', ignored), _ => CreateRuleSet(ignored));
    }

    /// <summary>The pattern that leaves out this very file or folder, or null.</summary>
    public Setting<PathPattern>? FindExclusion(string fullPath) => FindExclusion(pattern => pattern.Matches(fullPath));

    /// <summary>The pattern that leaves out the file or a folder that it lies in, or null.</summary>
    public Setting<PathPattern>? FindExclusionOfPathOrParent(string fullPath) => FindExclusion(pattern => pattern.MatchesPathOrParent(fullPath));

    /// <summary>What is named is taken, excluded or not, unless the configuration insists.</summary>
    public bool InsistsOnLeavingOut(string fullPath) => ForceExclude.Value && FindExclusionOfPathOrParent(fullPath) is not null;

    /// <summary>Whether a fix of this rule may be applied.</summary>
    public bool IsFixable(string ruleId)
    {
        var closest = Closeness(Fixable, ruleId) ?? (Fixable is null ? 0 : -1);
        return closest >= 0 && (Closeness(Unfixable, ruleId) is not { } forbidden || forbidden < closest);
    }

    private static int? Closeness(Setting<ImmutableArray<RuleSelector>>? rules, string id) =>
        rules?.Value.Where(rule => rule.Ids.Contains(id, StringComparer.Ordinal)).Select(rule => (int?)rule.Closeness).Max();

    private static Setting<T>? Last<T>(ImmutableArray<ConfigurationLayer> layers, Func<ConfigurationLayer, Setting<T>?> key) =>
        layers.Select(key).LastOrDefault(setting => setting is not null);

    private static Setting<T> Default<T>(T value) => new(value, SettingOrigin.Default);

    private Setting<PathPattern>? FindExclusion(Func<PathPattern, bool> matches)
    {
        foreach (var setting in ExtendExclude.Prepend(Exclude))
        {
            if (setting.Value.FirstOrDefault(matches) is { } pattern)
            {
                return new Setting<PathPattern>(pattern, setting.Origin);
            }
        }

        return null;
    }

    private RuleSet CreateRuleSet(ImmutableSortedSet<string> ignored) =>
        new(Rules.Where(rule => rule.IsOn && !ignored.Contains(rule.Rule.Id)).Select(rule => rule.Descriptor), RuleProfile.Composition, RuleProfile.TrustsPaths) { Known = Rules.Select(rule => rule.Rule), KnowsAll = KnowsAllRules };
}
