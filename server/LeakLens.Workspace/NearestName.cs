namespace LeakLens.Workspace;

/// <summary>Guesses what a mistyped name was meant to be.</summary>
public static class NearestName
{
    private const int LongestName = 64;

    /// <summary>So much of a name must be there to be its beginning.</summary>
    private const int ShortestBeginning = 3;

    /// <summary>The candidate with the fewest typing errors, else the only one that begins so, or null. Case does not count.</summary>
    public static string? Find(string unknown, IEnumerable<string> candidates)
    {
        var names = candidates.ToList();
        return FindAlike(unknown, names) ?? FindBeginning(unknown, names);
    }

    private static string? FindBeginning(string unknown, List<string> candidates) =>
        unknown.Length >= ShortestBeginning && candidates.FindAll(name => name.StartsWith(unknown, StringComparison.OrdinalIgnoreCase)) is [var only] ? only : null;

    private static string? FindAlike(string unknown, List<string> candidates)
    {
        string? best = null;
        var bestDistance = (Math.Min(unknown.Length, LongestName) / 3) + 1;
        foreach (var candidate in candidates)
        {
            var distance = GetDistance(unknown, candidate);
            if (distance < bestDistance)
            {
                best = candidate;
                bestDistance = distance;
            }
        }

        return best;
    }

    /// <summary>Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.</summary>
    private static int GetDistance(string left, string right)
    {
        if (left.Length > LongestName || right.Length > LongestName)
        {
            return int.MaxValue;
        }

        var twoBack = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            FillRow(left, right, i, twoBack, previous, current);
            (twoBack, previous, current) = (previous, current, twoBack);
        }

        return previous[right.Length];
    }

    private static void FillRow(string left, string right, int i, int[] twoBack, int[] previous, int[] current)
    {
        current[0] = i;
        for (var j = 1; j <= right.Length; j++)
        {
            var replace = previous[j - 1] + (AreSame(left[i - 1], right[j - 1]) ? 0 : 1);
            current[j] = Math.Min(replace, Math.Min(previous[j], current[j - 1]) + 1);
            if (i > 1 && j > 1 && AreSame(left[i - 1], right[j - 2]) && AreSame(left[i - 2], right[j - 1]))
            {
                current[j] = Math.Min(current[j], twoBack[j - 2] + 1);
            }
        }
    }

    private static bool AreSame(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
