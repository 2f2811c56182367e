using LeakLens.Python.Lexing;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Python.Tests.CPython;

/// <summary>Lists tokens and comments as oracle.py does with CPython's <c>tokenize</c>, to which (in 3.11) an f-string is one token.</summary>
internal static class TokenDescription
{
    public static string Of(SyntaxTree tree)
    {
        var whole = new TextSpan(0, tree.Text.Length);
        var spans = Join(tree.GetTokens(whole)).Concat(tree.GetComments(whole).ToArray()).OrderBy(span => span.Start);
        return string.Join('\n', spans.Select(span => Describe(tree.Text, span)));
    }

    private static string Describe(SourceText text, TextSpan span)
    {
        var position = text.GetPosition(span.Start, ColumnUnit.Utf32);
        var content = text.Text.Substring(span.Start, span.Length).Replace("\r\n", "\n", StringComparison.Ordinal);
        return $"{position.Line + 1}:{position.Column} {content}";
    }

    private static IEnumerable<TextSpan> Join(IEnumerable<SyntaxToken> tokens)
    {
        var open = 0;
        var start = 0;
        foreach (var (kind, span) in tokens)
        {
            if (kind == TokenKind.FormatStart && open++ == 0)
            {
                start = span.Start;
            }

            if (kind == TokenKind.FormatEnd && --open == 0)
            {
                yield return TextSpan.FromBounds(start, span.End);
            }
            else if (open == 0 && kind != TokenKind.NewLine)
            {
                yield return span;
            }
        }
    }
}
