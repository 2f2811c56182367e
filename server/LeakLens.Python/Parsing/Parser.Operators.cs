using System.Collections.Immutable;
using System.Runtime.InteropServices;
using LeakLens.Python.Lexing;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Parsing;

/// <summary>Operators by precedence climbing: one loop instead of a method per level of the grammar.</summary>
internal sealed partial class Parser
{
    private const int OrPrecedence = 1;
    private const int AndPrecedence = 2;
    private const int NotPrecedence = 3;
    private const int ComparePrecedence = 4;
    private const int BitOrPrecedence = 5;
    private const int UnaryPrecedence = 11;
    private const int PowerPrecedence = 12;

    private static readonly byte[] Precedences = BuildPrecedences();

    private Expression ParseOperators(int minimum)
    {
        if (!TryDescend())
        {
            return Missing();
        }

        var start = _token.Start;
        var outer = _chain;
        _chain = 0;
        var before = _taken;
        var left = ParsePrefix(minimum);
        // Nothing taken: the operand is missing, and what follows is not an operation on it.
        while (_taken != before)
        {
            int precedence = Precedences[(int)_token.Kind];
            if (precedence < minimum || precedence == 0 || (At(TokenKind.Not) && !PeekIsIn()))
            {
                break;
            }

            left = precedence switch
            {
                OrPrecedence => ParseBoolean(start, left, BoolOperator.Or, TokenKind.Or, AndPrecedence),
                AndPrecedence => ParseBoolean(start, left, BoolOperator.And, TokenKind.And, NotPrecedence),
                ComparePrecedence => ParseComparison(start, left),
                _ => ParseBinary(start, left, precedence),
            };
        }

        _chain = Math.Max(outer, _chain);
        _depth--;
        return left;
    }

    private Expression ParsePrefix(int minimum)
    {
        var start = _token.Start;
        switch (_token.Kind)
        {
            case TokenKind.Minus:
                return ParseUnary(start, UnaryOperator.USub, UnaryPrecedence);
            case TokenKind.Plus:
                return ParseUnary(start, UnaryOperator.UAdd, UnaryPrecedence);
            case TokenKind.Tilde:
                return ParseUnary(start, UnaryOperator.Invert, UnaryPrecedence);
            case TokenKind.Not:
                if (minimum > NotPrecedence)
                {
                    ErrorHere(SyntaxErrorCodes.InvalidSyntax, "'not' after an operator needs parentheses.");
                }

                return ParseUnary(start, UnaryOperator.Not, NotPrecedence);
            case TokenKind.Await:
                Advance();
                var operand = ParsePrimary();
                return new Await(start, _previousEnd, operand);
            default:
                return ParsePrimary();
        }
    }

    private UnaryOp ParseUnary(int start, UnaryOperator unary, int precedence)
    {
        Advance();
        var operand = ParseOperators(precedence);
        return new UnaryOp(start, _previousEnd, unary, operand);
    }

    private Expression ParseBinary(int start, Expression left, int precedence)
    {
        if (!TryExtendChain())
        {
            return left;
        }

        var chain = _chain;
        var binary = GetBinary(_token.Kind);
        Advance();
        // Power binds to the right, and its exponent may have a sign.
        var right = ParseOperators(precedence == PowerPrecedence ? UnaryPrecedence : precedence + 1);
        _chain = Math.Max(chain, _chain);
        return new BinOp(start, _previousEnd, left, binary, right);
    }

    private BoolOp ParseBoolean(int start, Expression left, BoolOperator boolean, TokenKind keyword, int precedence)
    {
        var mark = _stack.Mark;
        _stack.Push(left);
        while (TryTake(keyword))
        {
            _stack.Push(ParseOperators(precedence));
        }

        return new BoolOp(start, _previousEnd, boolean, _stack.Pop<Expression>(mark));
    }

    private Compare ParseComparison(int start, Expression left)
    {
        var first = TakeComparison();
        var comparator = ParseOperators(BitOrPrecedence);
        if (Precedences[(int)_token.Kind] != ComparePrecedence || (At(TokenKind.Not) && !PeekIsIn()))
        {
            return new Compare(start, _previousEnd, left, Operators(first), [comparator]);
        }

        var mark = _stack.Mark;
        _stack.Push(comparator);
        var operators = new List<CompareOperator> { first };
        while (Precedences[(int)_token.Kind] == ComparePrecedence && (!At(TokenKind.Not) || PeekIsIn()))
        {
            operators.Add(TakeComparison());
            _stack.Push(ParseOperators(BitOrPrecedence));
        }

        return new Compare(start, _previousEnd, left, [.. operators], _stack.Pop<Expression>(mark));
    }

    private CompareOperator TakeComparison()
    {
        var kind = _token.Kind;
        if (kind == TokenKind.LessGreater != _writesLessGreater && kind is TokenKind.LessGreater or TokenKind.NotEqual)
        {
            ErrorHere(SyntaxErrorCodes.PythonTwo, "The operator '<>' of Python 2 is '!=' since Python 3.");
        }

        Advance();
        switch (kind)
        {
            case TokenKind.Is:
                return TryTake(TokenKind.Not) ? CompareOperator.IsNot : CompareOperator.Is;
            case TokenKind.Not:
                Expect(TokenKind.In, "'in'");
                return CompareOperator.NotIn;
            case TokenKind.In:
                return CompareOperator.In;
            case TokenKind.EqualEqual:
                return CompareOperator.Eq;
            case TokenKind.NotEqual or TokenKind.LessGreater:
                return CompareOperator.NotEq;
            case TokenKind.Less:
                return CompareOperator.Lt;
            case TokenKind.LessEqual:
                return CompareOperator.LtE;
            case TokenKind.Greater:
                return CompareOperator.Gt;
            default:
                return CompareOperator.GtE;
        }
    }

    /// <summary>Whether <c>in</c> follows the <c>not</c> that the parser stands on.</summary>
    private bool PeekIsIn()
    {
        var text = _text.AsSpan(_token.End).TrimStart(" \t\f\\\r\n");
        while (text.StartsWith('#'))
        {
            var comment = text.IndexOfAny('\r', '\n');
            text = comment < 0 ? [] : text[comment..].TrimStart(" \t\f\\\r\n");
        }

        return text.StartsWith("in") && (text.Length == 2 || !Characters.IsAsciiNamePart(text[2]));
    }

    /// <summary>A comparison nearly always has one operator: those lists are shared.</summary>
    private static ImmutableArray<CompareOperator> Operators(CompareOperator single) => SingleOperators[(int)single];

    private static readonly ImmutableArray<CompareOperator>[] SingleOperators = [.. Enum.GetValues<CompareOperator>().Select(o => ImmutableArray.Create(o))];

    private static BinaryOperator GetBinary(TokenKind kind) => kind switch
    {
        TokenKind.Plus => BinaryOperator.Add,
        TokenKind.Minus => BinaryOperator.Sub,
        TokenKind.Star => BinaryOperator.Mult,
        TokenKind.At => BinaryOperator.MatMult,
        TokenKind.Slash => BinaryOperator.Div,
        TokenKind.Percent => BinaryOperator.Mod,
        TokenKind.DoubleStar => BinaryOperator.Pow,
        TokenKind.LeftShift => BinaryOperator.LShift,
        TokenKind.RightShift => BinaryOperator.RShift,
        TokenKind.Bar => BinaryOperator.BitOr,
        TokenKind.Caret => BinaryOperator.BitXor,
        TokenKind.Ampersand => BinaryOperator.BitAnd,
        _ => BinaryOperator.FloorDiv,
    };

    private static byte[] BuildPrecedences()
    {
        var table = new byte[256];
        Set(OrPrecedence, TokenKind.Or);
        Set(AndPrecedence, TokenKind.And);
        Set(ComparePrecedence, TokenKind.Less, TokenKind.Greater, TokenKind.LessEqual, TokenKind.GreaterEqual, TokenKind.EqualEqual, TokenKind.NotEqual, TokenKind.LessGreater, TokenKind.In, TokenKind.Is, TokenKind.Not);
        Set(BitOrPrecedence, TokenKind.Bar);
        Set(6, TokenKind.Caret);
        Set(7, TokenKind.Ampersand);
        Set(8, TokenKind.LeftShift, TokenKind.RightShift);
        Set(9, TokenKind.Plus, TokenKind.Minus);
        Set(10, TokenKind.Star, TokenKind.At, TokenKind.Slash, TokenKind.Percent, TokenKind.DoubleSlash);
        Set(PowerPrecedence, TokenKind.DoubleStar);
        return table;

        void Set(int precedence, params ReadOnlySpan<TokenKind> kinds)
        {
            foreach (var kind in kinds)
            {
                table[(int)kind] = (byte)precedence;
            }
        }
    }
}
