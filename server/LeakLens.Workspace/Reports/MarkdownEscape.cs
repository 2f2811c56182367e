using System.Buffers;
using System.Globalization;
using System.Text;

namespace LeakLens.Workspace.Reports;

/// <summary>
/// Makes Markdown show a text letter by letter. Messages quote the analysed code, and that code may come from somebody who
/// would like the editor to load a picture, to show a link of theirs, or to turn a line around.
/// </summary>
public static class MarkdownEscape
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*[]<>!&|~");

    public static void Append(StringBuilder markdown, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (MustEscape(text, i))
            {
                markdown.Append('\\');
            }

            markdown.Append(Printable(text[i]));
        }
    }

    /// <summary>Names keep their underscores and numbers their points: some editors show the source.</summary>
    private static bool MustEscape(string text, int index) => text[index] switch
    {
        '_' => !IsInWord(text, index),
        ':' => index + 1 < text.Length && text[index + 1] is '/',
        '.' => index >= 3 && text.AsSpan(index - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
        '@' => true,
        var character => Special.Contains(character),
    };

    private static bool IsInWord(string text, int index) =>
        index > 0 && char.IsLetterOrDigit(text[index - 1]) && index + 1 < text.Length && char.IsLetterOrDigit(text[index + 1]);

    private static char Printable(char character) => char.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => ' ',
        UnicodeCategory.Format => '\uFFFD',
        _ => character,
    };
}
