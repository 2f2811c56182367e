using System.Text;

namespace LeakLens.Engine.Known;

/// <summary>Texts made fit for HTML and the shell, names against patterns of file names, words with capitals.</summary>
internal static class TextQuoting
{
    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("html.escape", static call => call.TextAt(0, "s") is { } text ? EscapeHtml(text, call.At(1, "quote") is not false) : null),
        ("shlex.quote", static call => call.TextAt(0, "s") is { } text ? QuoteForShell(text) : null),
        ("string.capwords", static call => call is { Count: 1 } && call.TextAt(0, "s") is { } text && Ascii.IsValid(text) ? Capitalize(text) : null),
        ("fnmatch.fnmatch", Matches),
        ("fnmatch.fnmatchcase", Matches),
        ("fnmatch.filter", Filter),
    ];

    private static string EscapeHtml(string text, bool quotes)
    {
        var escaped = text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
        return quotes ? escaped.Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#x27;", StringComparison.Ordinal) : escaped;
    }

    private static string QuoteForShell(string text)
    {
        const string Safe = "@%+=:,./-_";
        return text.Length == 0 ? "''"
            : text.All(static c => char.IsAsciiLetterOrDigit(c) || Safe.Contains(c, StringComparison.Ordinal)) ? text
            : "'" + text.Replace("'", "'\"'\"'", StringComparison.Ordinal) + "'";
    }

    private static string Capitalize(string text)
    {
        var words = text.Split([' ', '\t', '\n', '\r', '\v', '\f', '\x1c', '\x1d', '\x1e', '\x1f'], StringSplitOptions.RemoveEmptyEntries);
        var all = new StringBuilder(text.Length);
        foreach (var word in words)
        {
            all.Append(all.Length == 0 ? string.Empty : " ").Append(char.ToUpperInvariant(word[0])).Append(word[1..].ToLowerInvariant());
        }

        return all.ToString();
    }

    private static object? Matches(KnownCall call) => call.TextAt(0, "name") is { } name && call.TextAt(1, "pat") is { } pattern ? Match(name, pattern, call.Work) : null;

    private static object? Filter(KnownCall call)
    {
        if (Arithmetic.Items(call.At(0, "names")) is not { } names || call.TextAt(1, "pat") is not { } pattern)
        {
            return null;
        }

        var kept = new List<object>();
        foreach (var name in names)
        {
            if (name is not string text || Match(text, pattern, call.Work) is not { } matches)
            {
                return null;
            }

            if (matches)
            {
                kept.Add(name);
            }
        }

        return KnownSequence.List(kept);
    }

    /// <summary><c>*</c> and <c>?</c>; null where there are brackets. What a star stands for is tried again for the last star only, which is enough.</summary>
    private static bool? Match(string name, string pattern, WorkMeter work)
    {
        if (pattern.Contains('[', StringComparison.Ordinal))
        {
            return null;
        }

        var (at, place, star, tried) = (0, 0, -1, 0);
        while (at < name.Length)
        {
            work.Add(1, WorkMeter.OfCharacter);
            if (place < pattern.Length && pattern[place] == '*')
            {
                (star, tried) = (place++, at);
            }
            else if (place < pattern.Length && (pattern[place] == '?' || pattern[place] == name[at]))
            {
                place++;
                at++;
            }
            else if (star >= 0)
            {
                place = star + 1;
                at = ++tried;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(place).Trim('*').IsEmpty;
    }
}
