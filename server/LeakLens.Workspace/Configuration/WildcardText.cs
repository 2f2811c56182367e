namespace LeakLens.Workspace.Configuration;

/// <summary>One name of a path against one name of a pattern, with <c>*</c>, <c>?</c>, <c>[a-z]</c> and <c>[!a-z]</c>; a backslash takes the meaning from what follows.</summary>
internal static class WildcardText
{
    /// <summary>Goes back to the latest star only, which is enough: the time is at most that of pattern times text.</summary>
    public static bool Matches(string pattern, string text)
    {
        var (p, t) = (0, 0);
        var (star, starText) = (-1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, starText) = (p++, t);
            }
            else if (p < pattern.Length && MatchOne(pattern, p, text[t], out var next))
            {
                (p, t) = (next, t + 1);
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++starText);
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }

    private static bool MatchOne(string pattern, int at, char unit, out int next)
    {
        next = at + 1;
        if (pattern[at] == '\\' && next < pattern.Length)
        {
            return AreSame(pattern[next++], unit);
        }

        if (pattern[at] == '[' && pattern.IndexOf(']', Math.Min(at + 2, pattern.Length)) is > 0 and var end)
        {
            next = end + 1;
            return MatchClass(pattern.AsSpan(at + 1, end - at - 1), unit);
        }

        return pattern[at] == '?' || AreSame(pattern[at], unit);
    }

    private static bool MatchClass(ReadOnlySpan<char> members, char unit)
    {
        var isInverted = members[0] is '!' or '^';
        members = isInverted ? members[1..] : members;
        for (var i = 0; i < members.Length; i++)
        {
            if (i + 2 < members.Length && members[i + 1] == '-')
            {
                if (unit >= members[i] && unit <= members[i + 2])
                {
                    return !isInverted;
                }

                i += 2;
            }
            else if (AreSame(members[i], unit))
            {
                return !isInverted;
            }
        }

        return isInverted;
    }

    private static bool AreSame(char left, char right) =>
        left == right || (OperatingSystem.IsWindows() && char.ToUpperInvariant(left) == char.ToUpperInvariant(right));
}
