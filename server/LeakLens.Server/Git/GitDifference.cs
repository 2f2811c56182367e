using System.Globalization;
using System.Text;
using LeakLens.Workspace.Changes;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Server.Git;

/// <summary>What the working tree has that a revision has not, line by line. The lines are compared here, not by git, so that no filter of the repository runs.</summary>
internal sealed class GitDifference
{
    private readonly string _root;
    private readonly HashSet<string> _tracked;

    /// <summary>Full paths of changed files, with the object that holds the old text; null for what is new.</summary>
    private readonly Dictionary<string, string?> _changed = new(StringComparer.Ordinal);

    private readonly Dictionary<string, byte[]> _oldTexts = new(StringComparer.Ordinal);

    private GitDifference(string root, HashSet<string> tracked)
    {
        _root = root;
        _tracked = tracked;
    }

    /// <param name="revision">As a user names it. What counts is what has been done since the branch left it.</param>
    /// <exception cref="GitException">There is no git, no repository, or no such revision.</exception>
    public static async Task<GitDifference> FindAsync(string folder, string revision, CancellationToken token)
    {
        var git = GitCommand.In(folder);
        var root = (await git.AskAsync(token, "rev-parse", "--show-toplevel")).TrimEnd('\r', '\n');
        var start = await FindStartAsync(git, revision, token);
        var atRoot = GitCommand.In(root);
        var tracked = (await atRoot.AskAsync(token, "ls-files", "-z")).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        var difference = new GitDifference(root, tracked.Select(name => Path.GetFullPath(name, root)).ToHashSet(StringComparer.Ordinal));
        difference.ReadChanges(await atRoot.AskAsync(token, "diff-index", "-z", "--no-ext-diff", "--no-textconv", "--no-renames", "--diff-filter=d", start, "--"));
        difference.ReadRenames(await atRoot.AskAsync(token, "diff-index", "-z", "--cached", "--no-ext-diff", "--no-textconv", "--find-renames", "--diff-filter=R", start, "--"));
        await difference.ReadOldTextsAsync(atRoot, token);
        return difference;
    }

    /// <summary>What git does not know is new; what lies outside of the repository may be anything.</summary>
    public ChangedLines LinesOf(string fullPath)
    {
        if (!_tracked.Contains(fullPath))
        {
            return ChangedLines.All;
        }

        if (!_changed.TryGetValue(fullPath, out var old))
        {
            return ChangedLines.None;
        }

        return old is not null && _oldTexts.TryGetValue(old, out var bytes) ? Compare(bytes, fullPath) : ChangedLines.All;
    }

    private static ChangedLines Compare(byte[] old, string fullPath)
    {
        try
        {
            return ChangedLines.Between(DocumentLoader.Decode(old), DocumentLoader.Decode(DocumentLoader.ReadBytes(new ScanSource(fullPath, fullPath, IsNamed: true))));
        }
        catch (DocumentException)
        {
            return ChangedLines.All;
        }
    }

    private static async Task<string> FindStartAsync(GitCommand git, string revision, CancellationToken token)
    {
        string commit;
        try
        {
            commit = (await git.AskAsync(token, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")).Trim();
        }
        catch (GitException exception)
        {
            throw new GitException($"git knows no revision '{revision}'.", exception);
        }

        try
        {
            return (await git.AskAsync(token, "merge-base", commit, "HEAD")).Trim();
        }
        catch (GitException)
        {
            // A clone without its history: the revision itself is what there is.
            return commit;
        }
    }

    /// <summary>Entries are <c>:mode mode old new status</c>, a zero, the path, a zero.</summary>
    private void ReadChanges(string raw)
    {
        var parts = raw.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 1 < parts.Length; i += 2)
        {
            var fields = parts[i].Split(' ');
            _changed[Path.GetFullPath(parts[i + 1], _root)] = fields is [_, _, var old, _, "M" or "T"] ? old : null;
        }
    }

    /// <summary>
    /// Entries are <c>:mode mode old new R100</c>, a zero, the old path, a zero, the new path, a zero. What has a new name is compared with what it was under
    /// the old one. Of the index, not the working tree, which git would read through the filters of the repository.
    /// </summary>
    private void ReadRenames(string raw)
    {
        var parts = raw.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 2 < parts.Length; i += 3)
        {
            if (parts[i].Split(' ') is [_, _, var old, _, _])
            {
                _changed[Path.GetFullPath(parts[i + 2], _root)] = old;
            }
        }
    }

    private async Task ReadOldTextsAsync(GitCommand git, CancellationToken token)
    {
        var wanted = _changed.Values.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        ReadBatch(await git.AskForBytesAsync(string.Concat(wanted.Select(name => name + "\n")), token, "cat-file", "--batch"));
    }

    /// <summary>Each answer is <c>name blob size</c>, a line end, the bytes, a line end; or <c>name missing</c>.</summary>
    private void ReadBatch(ReadOnlySpan<byte> output)
    {
        while (output.IndexOf((byte)'\n') is var end && end >= 0)
        {
            var fields = Encoding.UTF8.GetString(output[..end]).Split(' ');
            output = output[(end + 1)..];
            if (fields is [var name, "blob", var size] && int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length < output.Length)
            {
                _oldTexts[name] = output[..length].ToArray();
                output = output[(length + 1)..];
            }
        }
    }
}
