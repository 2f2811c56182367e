using System.Collections.Immutable;

namespace LeakLens.Workspace.Configuration;

/// <summary>
/// A pattern for paths, with the meaning it has in .gitignore: without a slash it matches the name of a file or folder anywhere, with
/// one the path from the folder of the file that it stands in; <c>*</c> and <c>?</c> stop at slashes, <c>**</c> does not.
/// </summary>
public sealed class PathPattern
{
    private const string AnyFolders = "**";

    private readonly string _folder;
    private readonly ImmutableArray<string> _segments;
    private readonly bool _isAnchored;

    private PathPattern(string text, string folder, ImmutableArray<string> segments, bool isAnchored)
    {
        Text = text;
        _folder = folder;
        _segments = segments;
        _isAnchored = isAnchored;
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <param name="folder">The full path of the folder that the pattern starts in.</param>
    public static PathPattern Parse(string text, string folder)
    {
        var path = text.Replace('\\', '/').TrimEnd('/');
        var isAnchored = path.Contains('/', StringComparison.Ordinal);
        if (Path.IsPathRooted(path))
        {
            (folder, path) = (Path.GetPathRoot(path) ?? "/", path[(Path.GetPathRoot(path)?.Length ?? 0)..]);
        }

        while (path.StartsWith("../", StringComparison.Ordinal))
        {
            (folder, path) = (Path.GetDirectoryName(folder) ?? folder, path[3..]);
        }

        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(segment => segment is not ".").ToImmutableArray();
        return new PathPattern(text, folder, segments, isAnchored);
    }

    /// <summary>Whether it matches this very file or folder.</summary>
    public bool Matches(string fullPath) => _isAnchored
        ? RelativeSegments(fullPath) is { } path && MatchSegments(_segments.AsSpan(), path)
        : MatchesName(Path.GetFileName(fullPath));

    /// <summary>Whether it matches the file or a folder that the file lies in.</summary>
    public bool MatchesPathOrParent(string fullPath)
    {
        if (RelativeSegments(fullPath) is not { } path)
        {
            return false;
        }

        for (var length = path.Length; length > 0; length--)
        {
            if (MatchesSegments(path.AsSpan(0, length)))
            {
                return true;
            }
        }

        return false;
    }

    public override string ToString() => Text;

    private string[]? RelativeSegments(string fullPath)
    {
        var relative = Path.GetRelativePath(_folder, fullPath).Replace('\\', '/');
        var isOutside = relative is ".." or "." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative);
        return !isOutside ? relative.Split('/') : _isAnchored ? null : [Path.GetFileName(fullPath)];
    }

    private bool MatchesSegments(ReadOnlySpan<string> path) => _isAnchored
        ? MatchSegments(_segments.AsSpan(), path)
        : MatchesName(path[^1]);

    private bool MatchesName(string name) => _segments.Length == 1 && WildcardText.Matches(_segments[0], name);

    /// <summary>Row by row over the path: the time is that of pattern times path, whatever the pattern.</summary>
    private static bool MatchSegments(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        var reached = new bool[pattern.Length + 1];
        reached[0] = true;
        OpenFolders(pattern, reached);
        foreach (var segment in path)
        {
            var next = new bool[pattern.Length + 1];
            for (var i = 0; i < pattern.Length; i++)
            {
                if (reached[i] && pattern[i] is AnyFolders)
                {
                    next[i] = true;
                }
                else if (reached[i] && WildcardText.Matches(pattern[i], segment))
                {
                    next[i + 1] = true;
                }
            }

            OpenFolders(pattern, next);
            reached = next;
        }

        return reached[^1];
    }

    /// <summary>Two stars may stand for no folder at all.</summary>
    private static void OpenFolders(ReadOnlySpan<string> pattern, bool[] reached)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (reached[i] && pattern[i] is AnyFolders)
            {
                reached[i + 1] = true;
            }
        }
    }
}
