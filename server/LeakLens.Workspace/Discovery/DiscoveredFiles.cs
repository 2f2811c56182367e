using System.Collections.Immutable;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Discovery;

/// <summary>What the paths of a command line stand for.</summary>
/// <param name="Files">Each file once, ordered by its displayed path.</param>
/// <param name="Problems">Paths that do not exist and folders that cannot be listed.</param>
/// <param name="EmptyFolders">Folders that were asked for and hold no Python file.</param>
public sealed record DiscoveredFiles(ImmutableArray<ScanSource> Files, ImmutableArray<ScanProblem> Problems, ImmutableArray<string> EmptyFolders)
{
    /// <summary>Data files that may hold encoded code: looked into when no program is found to read them.</summary>
    public ImmutableArray<ScanSource> Disguised { get; init; } = [];
}
