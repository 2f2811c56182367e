using System.Collections.Immutable;
using LeakLens.Engine.Library;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Configuration;

/// <summary>What one file, or the command line, sets. What it does not set is null or empty.</summary>
public sealed record ConfigurationLayer
{
    public Setting<string>? Profile { get; init; }

    public Setting<ImmutableArray<RuleSelector>>? Select { get; init; }

    public Setting<ImmutableArray<RuleSelector>>? ExtendSelect { get; init; }

    public Setting<ImmutableArray<RuleSelector>>? Ignore { get; init; }

    public Setting<ImmutableArray<PerFileIgnore>>? PerFileIgnores { get; init; }

    public Setting<ImmutableArray<PathPattern>>? Exclude { get; init; }

    public Setting<ImmutableArray<PathPattern>>? ExtendExclude { get; init; }

    public Setting<bool>? RespectGitignore { get; init; }

    public Setting<bool>? ForceExclude { get; init; }

    public Setting<bool>? Deployment { get; init; }

    /// <summary>As written.</summary>
    public Setting<string>? TargetVersion { get; init; }

    public Setting<ImmutableArray<RuleSelector>>? Fixable { get; init; }

    public Setting<ImmutableArray<RuleSelector>>? Unfixable { get; init; }

    public Setting<bool>? UnsafeFixes { get; init; }

    public Setting<string>? OutputFormat { get; init; }

    public ImmutableArray<Setting<RuleLevel>> Levels { get; init; } = [];

    public ImmutableArray<Setting<RuleThreshold>> Thresholds { get; init; } = [];

    /// <summary>Full paths.</summary>
    public Setting<ImmutableArray<string>>? RulePaths { get; init; }

    /// <summary>Full paths.</summary>
    public Setting<ImmutableArray<string>>? ModelPaths { get; init; }

    /// <summary>What lies in <see cref="ModelPaths"/>.</summary>
    public LibraryModels? Models { get; init; }

    /// <summary>As written.</summary>
    public Setting<string>? Extend { get; init; }

    /// <summary>The rules that names of this layer stand for.</summary>
    public RuleCatalogue Catalogue { get; init; } = RuleCatalogue.BuiltIn;

    /// <summary>Names of this layer, which is that of a command line or an editor, that stand for no rule of its catalogue: a configuration has to know them.</summary>
    public IEnumerable<OpenName> OpenNames =>
    [
        .. OpenOf(ConfigurationOptions.Select, Select?.Value),
        .. OpenOf(ConfigurationOptions.Ignore, Ignore?.Value),
        .. OpenOf(ConfigurationOptions.Rules, Levels.Select(static level => level.Value.Rule)),
    ];

    /// <summary>The same layer with all names standing for rules of another catalogue; what that does not know stands for none.</summary>
    public ConfigurationLayer In(RuleCatalogue catalogue) => ReferenceEquals(catalogue, Catalogue) ? this : this with
    {
        Catalogue = catalogue,
        Select = In(Select, catalogue),
        ExtendSelect = In(ExtendSelect, catalogue),
        Ignore = In(Ignore, catalogue),
        Fixable = In(Fixable, catalogue),
        Unfixable = In(Unfixable, catalogue),
        PerFileIgnores = PerFileIgnores is { } ignores ? ignores with { Value = [.. ignores.Value.Select(ignore => ignore with { Rules = In(ignore.Rules, catalogue) })] } : null,
        Levels = [.. Levels.Select(level => level with { Value = level.Value with { Rule = level.Value.Rule.In(catalogue) } })],
    };

    private static IEnumerable<OpenName> OpenOf(ConfigurationOption option, IEnumerable<RuleSelector>? rules) =>
        (rules ?? []).Where(static rule => rule.Ids.IsEmpty).Select(rule => new OpenName(option.Name, rule.Text));

    private static Setting<ImmutableArray<RuleSelector>>? In(Setting<ImmutableArray<RuleSelector>>? rules, RuleCatalogue catalogue) =>
        rules is null ? null : rules with { Value = In(rules.Value, catalogue) };

    private static ImmutableArray<RuleSelector> In(ImmutableArray<RuleSelector> rules, RuleCatalogue catalogue) => [.. rules.Select(rule => rule.In(catalogue))];
}
