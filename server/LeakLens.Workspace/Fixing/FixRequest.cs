using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Discovery;

namespace LeakLens.Workspace.Fixing;

/// <summary>Which files to fix, and what in them.</summary>
/// <param name="Configurations">Says which rules are in force for each file, and which may be fixed.</param>
public sealed record FixRequest(DiscoveredFiles Files, ConfigurationProvider Configurations)
{
    /// <summary>Rules to fix, by id; null for all.</summary>
    public IReadOnlySet<string>? Rules { get; init; }

    /// <summary>Fixes that need review are made, too, whatever the configuration says.</summary>
    public bool IncludesUnsafe { get; init; }
}
