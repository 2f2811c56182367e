using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace LeakLens.Engine.Rules.Contracts;

/// <summary>
/// A sentence with places for what a fact says: <c>{name} grows by {bytes}</c>; two braces stand for one. What is put in comes from the analysed
/// program, which may want to steer a terminal or to fill the screen: it is escaped, and so long and no longer.
/// </summary>
public sealed class MessageTemplate
{
    /// <summary>UTF-16 units of one value.</summary>
    private const int LongestValue = 60;

    /// <summary>UTF-16 units of all.</summary>
    private const int LongestText = 500;

    /// <summary>Says nothing.</summary>
    public static readonly MessageTemplate Nothing = new([]);

    private readonly ImmutableArray<(string Text, bool IsPlace)> _parts;

    private MessageTemplate(ImmutableArray<(string Text, bool IsPlace)> parts) => _parts = parts;

    /// <summary>Null for what is no template; the problem is one sentence without its full stop.</summary>
    /// <param name="places">The names that may stand in braces.</param>
    public static MessageTemplate? TryParse(string text, IReadOnlyCollection<string> places, out string? problem)
    {
        var parts = ImmutableArray.CreateBuilder<(string, bool)>();
        var plain = new StringBuilder();
        problem = null;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '{' or '}' && at + 1 < text.Length && text[at + 1] == text[at])
            {
                plain.Append(text[at++]);
            }
            else if (text[at] is '{' or '}')
            {
                var end = text[at] is '{' ? text.IndexOf('}', at) : -1;
                var name = end < 0 ? string.Empty : text[(at + 1)..end];
                if (!places.Contains(name, StringComparer.Ordinal))
                {
                    problem = end < 0 ? "a brace stands alone: two of them stand for one in the text" : $"there is no {{{Plain(name)}}} here; there are {string.Join(", ", places.Select(static place => $"{{{place}}}"))}";
                    return null;
                }

                parts.Add((plain.ToString(), false));
                parts.Add((name, true));
                plain.Clear();
                at = end;
            }
            else
            {
                plain.Append(text[at]);
            }
        }

        parts.Add((plain.ToString(), false));
        return new MessageTemplate(parts.ToImmutable());
    }

    /// <param name="valueOf">What stands in the place of a name.</param>
    public string Fill(Func<string, string> valueOf)
    {
        var text = new StringBuilder();
        foreach (var (part, isPlace) in _parts)
        {
            text.Append(isPlace ? Plain(valueOf(part)) : part);
            if (text.Length > LongestText)
            {
                var end = char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
                return text.Remove(end, text.Length - end).Append('…').ToString();
            }
        }

        return text.ToString();
    }

    /// <summary>Whether a text has nothing that steers a terminal, turns a line around or is no character at all.</summary>
    public static bool IsPlain(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsPlain(rune))
            {
                return false;
            }
        }

        return true;
    }

    private static string Plain(string value)
    {
        var plain = new StringBuilder();
        foreach (var rune in value.EnumerateRunes())
        {
            if (plain.Length + rune.Utf16SequenceLength > LongestValue)
            {
                return plain.Append('…').ToString();
            }

            plain.Append(IsPlain(rune) ? rune.ToString() : "?");
        }

        return plain.ToString();
    }

    private static bool IsPlain(Rune rune) => rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse);
}
