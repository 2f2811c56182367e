using System.Collections.Immutable;
using LeakLens.Server.Git;
using LeakLens.Server.Lsp.JsonRpc;

namespace LeakLens.Server.Lsp.Workspace.Scan;

/// <summary>Asks git which files differ from the last commit.</summary>
internal static class GitChanges
{
    /// <summary>Full paths, deleted files left out.</summary>
    /// <exception cref="RpcException">There is no git, no repository, or no commit.</exception>
    public static async Task<ImmutableArray<string>> FindAsync(string folder, CancellationToken token)
    {
        try
        {
            var git = GitCommand.In(folder);

            // Asked first: outside of a repository git would take the other question for one about two files.
            var added = await git.AskAsync(token, "ls-files", "--others", "--exclude-standard", "-z", "--", ".");

            // The question of scripts, not of people: it goes by what the index knows of a file, and reads none through the filters of the repository.
            var changed = await git.AskAsync(token, "diff-index", "--name-only", "-z", "--no-ext-diff", "--no-textconv", "--diff-filter=d", "--relative", "HEAD", "--", ".");
            var names = (changed + added).Split('\0', StringSplitOptions.RemoveEmptyEntries);
            return [.. names.Select(name => Path.GetFullPath(name, folder)).Where(File.Exists).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        }
        catch (GitException exception)
        {
            throw new RpcException(ErrorCode.RequestFailed, exception.Message);
        }
    }
}
