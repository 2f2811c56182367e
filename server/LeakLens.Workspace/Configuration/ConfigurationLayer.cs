using System.Collections.Immutable;
using LeakLens.Engine.Library;

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
}
