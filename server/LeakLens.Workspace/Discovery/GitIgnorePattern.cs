using System.Collections.Immutable;
using LeakLens.Workspace.Configuration;

namespace LeakLens.Workspace.Discovery;

/// <summary>A line of a .gitignore, as https://git-scm.com/docs/gitignore describes it.</summary>
internal sealed class GitIgnorePattern
{
    private readonly ImmutableArray<string> _segments;
    private readonly bool _isAnchored;
    private readonly bool _isForFolders;

    private GitIgnorePattern(ImmutableArray<string> segments, bool isAnchored, bool isForFolders, bool isNegated)
    {
        _segments = segments;
        _isAnchored = isAnchored;
        _isForFolders = isForFolders;
        IsNegated = isNegated;
    }

    /// <summary>It takes back what an earlier line leaves out.</summary>
    public bool IsNegated { get; }

    /// <summary>Null for a line without a pattern.</summary>
    public static GitIgnorePattern? Parse(string line)
    {
        line = TrimEnd(line);
        if (line.Length == 0 || line[0] == '#')
        {
            return null;
        }

        var isNegated = line[0] == '!';
        var path = isNegated ? line[1..] : line;
        var isForFolders = path.EndsWith('/');
        path = isForFolders ? path[..^1] : path;
        var isAnchored = path.Contains('/', StringComparison.Ordinal);
        var segments = path.TrimStart('/').Split('/').ToList();
        if (segments[^1] is PathSegments.AnyFolders && segments.Count > 1)
        {
            // What is in the folder, not the folder.
            segments.Add("*");
        }

        return path.Length == 0 ? null : new GitIgnorePattern([.. segments], isAnchored, isForFolders, isNegated);
    }

    /// <param name="path">From the folder of the .gitignore.</param>
    public bool Matches(ReadOnlySpan<string> path, bool isFolder) =>
        (isFolder || !_isForFolders) && (_isAnchored ? PathSegments.Match(_segments.AsSpan(), path) : WildcardText.Matches(_segments[0], path[^1]));

    /// <summary>Without the line's end, and without blanks that no backslash keeps.</summary>
    private static string TrimEnd(string line)
    {
        line = line.EndsWith('\r') ? line[..^1] : line;
        var end = line.Length;
        while (end > 0 && line[end - 1] == ' ' && !(end > 1 && line[end - 2] == '\\'))
        {
            end--;
        }

        return line[..end];
    }
}
