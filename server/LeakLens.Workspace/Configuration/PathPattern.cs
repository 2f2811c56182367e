using System.Collections.Immutable;

namespace LeakLens.Workspace.Configuration;

/// <summary>
/// A pattern for paths, with the meaning it has in .gitignore: without a slash it matches the name of a file or folder anywhere, with
/// one the path from the folder of the file that it stands in; <c>*</c> and <c>?</c> stop at slashes, <c>**</c> does not.
/// </summary>
public sealed class PathPattern
{
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
        ? RelativeSegments(fullPath) is { } path && PathSegments.Match(_segments.AsSpan(), path)
        : MatchesName(Path.GetFileName(fullPath));

    /// <summary>Whether it matches the file or a folder that the file lies in.</summary>
    public bool MatchesPathOrParent(string fullPath)
    {
        if (RelativeSegments(fullPath) is not { } path)
        {
            return false;
        }

        return _isAnchored ? PathSegments.MatchBeginning(_segments.AsSpan(), path) : Array.Exists(path, MatchesName);
    }

    public override string ToString() => Text;

    private string[]? RelativeSegments(string fullPath)
    {
        var relative = Path.GetRelativePath(_folder, fullPath).Replace('\\', '/');
        var isOutside = relative is ".." or "." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative);
        return !isOutside ? relative.Split('/') : _isAnchored ? null : [Path.GetFileName(fullPath)];
    }

    private bool MatchesName(string name) => _segments.Length == 1 && WildcardText.Matches(_segments[0], name);
}
