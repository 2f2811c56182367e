using System.Collections.Immutable;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Discovery;

namespace LeakLens.Workspace.Fixing;

/// <summary>Which files to fix, and what in them.</summary>
/// <param name="Configurations">Says which rules are in force for each file, and which may be fixed.</param>
public sealed record FixRequest(DiscoveredFiles Files, ConfigurationProvider Configurations)
{
    /// <summary>Rules to fix, as each file's configuration understands them; null for all.</summary>
    public ImmutableArray<RuleSelector>? Rules { get; init; }

    /// <summary>Fixes that need review are made, too, whatever the configuration says.</summary>
    public bool IncludesUnsafe { get; init; }
}
