using System.Collections.Immutable;
using LeakLens.Engine.Rules;
using LeakLens.Workspace.Configuration;

namespace LeakLens.Workspace.OwnRules;

/// <summary>A rule that a project brings along, and the files that it is about.</summary>
/// <param name="Modules">Patterns that stand for its modules; without any it is about all of them.</param>
/// <param name="Paths">Its patterns for paths; without any it is about all of them.</param>
public sealed record OwnRule(RuleDescriptor Descriptor, ImmutableArray<PathPattern> Modules, ImmutableArray<PathPattern> Paths)
{
    public bool AppliesTo(string fullPath) => IsOneOf(Modules, fullPath) && IsOneOf(Paths, fullPath);

    private static bool IsOneOf(ImmutableArray<PathPattern> patterns, string fullPath) => patterns.IsEmpty || patterns.Any(pattern => pattern.MatchesPathOrParent(fullPath));
}
