using System.Collections.Immutable;
using LeakLens.Server.Lsp.Configuration;

namespace LeakLens.Server.Lsp.Workspace.Scan;

/// <summary>A folder to scan.</summary>
/// <param name="Files">Full paths of the files that are meant; default for all.</param>
internal sealed record ScanTarget(WorkspaceRoot Root, ImmutableArray<string> Files)
{
    /// <summary>What the folder's baseline forgives is told as well: a new one is to be written.</summary>
    public bool IgnoresBaseline { get; init; }
}
