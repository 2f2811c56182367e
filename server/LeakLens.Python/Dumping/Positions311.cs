using LeakLens.Python.Lexing;
using LeakLens.Python.Literals;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Python.Dumping;

/// <summary>
/// Positions of CPython 3.11, which read f-strings as strings and parsed their fields afterwards, in parentheses. The parts have the
/// place of the whole; a format specification, and a constant that ends it, that of the one literal they stand in.
/// </summary>
internal sealed class Positions311(SourceText text) : Positions(text)
{
    public override (TextPosition Start, TextPosition End) Locate(SyntaxNode node, StringPart part)
    {
        if (part.Whole is { } whole)
        {
            return node is JoinedStr || (node is Constant && part.IsLastOfSpecification) ? LocateLiteral(whole, node.Start) : base.Locate(whole, part);
        }

        if (part.Field is { } field && field.Value == node && node is Syntax.Tuple or GeneratorExp && !HasParentheses(node))
        {
            return (Locate(field.Start), Locate(FindExpressionEnd(node.End) + 1));
        }

        return base.Locate(node, part);
    }

    private (TextPosition Start, TextPosition End) LocateLiteral(JoinedStr whole, int offset)
    {
        var scanner = new LiteralScanner(Text.AsSpan(whole.Start, whole.End - whole.Start));
        while (scanner.MoveNext())
        {
            if (whole.Start + scanner.End > offset)
            {
                return (Locate(whole.Start + scanner.Start), Locate(whole.Start + scanner.End));
            }
        }

        return base.Locate(whole, default);
    }

    /// <summary>The conversion, specification or brace behind an expression: there the closing parenthesis was put.</summary>
    private int FindExpressionEnd(int offset)
    {
        var rest = Text.AsSpan(offset).IndexOfAnyExcept(" \t\f\r\n");
        return rest < 0 ? offset : offset + rest;
    }

    /// <summary>Whether the bracket at the node's start closes at its end: <c>(a, b)</c>, not <c>(a), (b)</c>.</summary>
    private bool HasParentheses(SyntaxNode node)
    {
        if (Text[node.Start] != '(')
        {
            return false;
        }

        var names = NameTable.Rent();
        var lexer = new Lexer(Text[node.Start..node.End], names, new ErrorList());
        var token = default(Token);
        do
        {
            lexer.Next(ref token);
        }
        while (lexer.Brackets > 0 && token.Kind != TokenKind.EndOfFile);

        NameTable.Return(names);
        return token.End == node.End - node.Start;
    }
}
