namespace LeakLens.Workspace.Configuration;

/// <summary>A path against a pattern, name by name; <c>**</c> stands for any number of folders.</summary>
internal static class PathSegments
{
    public const string AnyFolders = "**";

    /// <summary>Row by row over the path: the time is that of pattern times path, whatever the pattern.</summary>
    public static bool Match(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
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
