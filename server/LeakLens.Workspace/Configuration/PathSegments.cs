namespace LeakLens.Workspace.Configuration;

/// <summary>A path against a pattern, name by name; <c>**</c> stands for any number of folders.</summary>
internal static class PathSegments
{
    public const string AnyFolders = "**";

    /// <summary>Whether the pattern is about all of the path.</summary>
    public static bool Match(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path) => Match(pattern, path, isBeginningEnough: false);

    /// <summary>Whether the pattern is about the path, or about a folder that it leads through.</summary>
    public static bool MatchBeginning(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path) => Match(pattern, path, isBeginningEnough: true);

    /// <summary>Row by row over the path: the time is that of pattern times path, whatever the pattern.</summary>
    private static bool Match(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path, bool isBeginningEnough)
    {
        var (reached, next) = (new bool[pattern.Length + 1], new bool[pattern.Length + 1]);
        reached[0] = true;
        OpenFolders(pattern, reached);
        foreach (var segment in path)
        {
            Array.Clear(next);
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
            (reached, next) = (next, reached);
            if (isBeginningEnough && reached[^1])
            {
                return true;
            }
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
