using System.Collections.Immutable;

namespace LeakLens.Deployment.Yaml;

/// <summary>
/// Makes plain YAML of a Helm template without moving a letter. What stands in double braces becomes a word that nobody writes; a line of nothing
/// else becomes blank, and if it puts text in there (<c>toYaml</c>, <c>include</c>) the place is noted: whatever encloses it is not known whole.
/// </summary>
internal static class TemplateMask
{
    /// <summary>From Unicode's private area.</summary>
    public const char Mark = '\uE000';

    private static readonly string[] Steering = ["if", "else", "end", "range", "with", "define", "block", "/*"];

    public static (string Text, ImmutableArray<int> Includes) Apply(string text)
    {
        if (!text.Contains("{{", StringComparison.Ordinal))
        {
            return (text, []);
        }

        var units = text.ToCharArray();
        var includes = ImmutableArray.CreateBuilder<int>();
        for (var at = 0; (at = text.IndexOf("{{", at, StringComparison.Ordinal)) >= 0;)
        {
            var close = text.IndexOf("}}", at, StringComparison.Ordinal);
            var end = close < 0 ? text.Length : close + 2;
            var isAlone = IsBlank(text, LineStart(text, at), at) && IsBlank(text, end, LineEnd(text, end));
            Hide(units, at, end, isAlone ? ' ' : Mark);
            if (isAlone && !Steers(text.AsSpan(at, end - at)))
            {
                includes.Add(at);
            }

            at = end;
        }

        return (new string(units), includes.DrainToImmutable());
    }

    private static bool Steers(ReadOnlySpan<char> action)
    {
        var word = action.TrimStart("{- \t");
        foreach (var steering in Steering)
        {
            if (word.StartsWith(steering, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return word is ['$', ..];
    }

    private static void Hide(char[] units, int start, int end, char with)
    {
        for (var i = start; i < end; i++)
        {
            units[i] = units[i] is '\n' or '\r' ? units[i] : with;
        }
    }

    private static bool IsBlank(string text, int start, int end) => text.AsSpan(start, end - start).Trim(" \t\r").IsEmpty;

    private static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    private static int LineEnd(string text, int at) => text.IndexOf('\n', at) is var end && end < 0 ? text.Length : end;
}
