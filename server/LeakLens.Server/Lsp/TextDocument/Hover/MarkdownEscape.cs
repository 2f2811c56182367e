using System.Buffers;
using System.Text;

namespace LeakLens.Server.Lsp.TextDocument.Hover;

/// <summary>
/// Makes Markdown show a text letter by letter. Messages name things of the analysed code, and that code may come from
/// somebody who would like the editor to load a picture or to show a link of theirs.
/// </summary>
internal static class MarkdownEscape
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_{}[]()<>#+-.!|~&:@");

    public static void Append(StringBuilder markdown, string text)
    {
        foreach (var character in text)
        {
            if (Special.Contains(character))
            {
                markdown.Append('\\');
            }

            markdown.Append(char.IsControl(character) ? ' ' : character);
        }
    }
}
