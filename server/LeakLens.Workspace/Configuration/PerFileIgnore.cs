using System.Collections.Immutable;

namespace LeakLens.Workspace.Configuration;

/// <summary>Rules that are left out in some files.</summary>
/// <param name="IsInverted">In all files that the pattern does not match.</param>
public sealed record PerFileIgnore(PathPattern Pattern, bool IsInverted, ImmutableArray<RuleSelector> Rules)
{
    public bool AppliesTo(string fullPath) => Pattern.MatchesPathOrParent(fullPath) != IsInverted;
}
