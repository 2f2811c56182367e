using System.Collections.Immutable;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;

namespace LeakLens.Server.Lsp.Workspace.Scan;

/// <summary>What a scan is asked to look at.</summary>
internal static class ScanTargets
{
    /// <exception cref="RpcException">No folder is open.</exception>
    public static ImmutableArray<ScanTarget> Workspace(SessionSnapshot snapshot)
    {
        ImmutableArray<ScanTarget> targets = [.. snapshot.Configurations.Folders.Select(root => new ScanTarget(root, Files: default))];
        return targets.IsEmpty ? throw new RpcException(ErrorCode.RequestFailed, "No folder is open: there is nothing to scan.") : targets;
    }

    /// <summary>What differs from the last commit, in each folder.</summary>
    /// <exception cref="RpcException">No folder is open, or git cannot say.</exception>
    public static async Task<ImmutableArray<ScanTarget>> ChangedAsync(SessionSnapshot snapshot, CancellationToken token)
    {
        var targets = ImmutableArray.CreateBuilder<ScanTarget>();
        foreach (var target in Workspace(snapshot))
        {
            targets.Add(target with { Files = await GitChanges.FindAsync(target.Root.Path, token) });
        }

        return targets.ToImmutable();
    }
}
