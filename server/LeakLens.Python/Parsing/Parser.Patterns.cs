using System.Collections.Immutable;
using LeakLens.Python.Lexing;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Parsing;

/// <summary>The patterns of <c>case</c>.</summary>
internal sealed partial class Parser
{
    /// <summary>A pattern, or a sequence without brackets.</summary>
    private Pattern ParseTopPattern()
    {
        var start = _token.Start;
        var first = ParseStarPattern();
        if (!At(TokenKind.Comma) || first.End <= first.Start)
        {
            if (first is MatchStar)
            {
                ErrorAt(SyntaxErrorCodes.Pattern, first, "A starred pattern needs a comma or brackets.");
            }

            return first;
        }

        var mark = _stack.Mark;
        _stack.Push(first);
        while (TryTake(TokenKind.Comma) && !At(TokenKind.Colon) && !At(TokenKind.If))
        {
            var before = _taken;
            _stack.Push(ParseStarPattern());
            if (_taken == before)
            {
                break;
            }
        }

        return new MatchSequence(StartOf(start), _previousEnd, _stack.Pop<Pattern>(mark));
    }

    private Pattern ParseStarPattern()
    {
        var start = _token.Start;
        if (!TryTake(TokenKind.Star))
        {
            return ParsePattern();
        }

        var name = ExpectName();
        return new MatchStar(start, _previousEnd, Wildcard(name));
    }

    private static string? Wildcard(string name) => name is "_" ? null : name;

    private Pattern ParsePattern()
    {
        var start = _token.Start;
        if (!TryDescend())
        {
            return MissingPattern();
        }

        var pattern = ParseOrPattern();
        _depth--;
        if (!TryTake(TokenKind.As))
        {
            return pattern;
        }

        if (AtSoft("_"))
        {
            ErrorHere(SyntaxErrorCodes.Pattern, "'_' cannot be bound.");
        }

        var name = ExpectName();
        return new MatchAs(Math.Min(start, pattern.Start), _previousEnd, pattern, name);
    }

    private Pattern ParseOrPattern()
    {
        var start = _token.Start;
        var first = ParseClosedPattern();
        if (!At(TokenKind.Bar))
        {
            return first;
        }

        var mark = _stack.Mark;
        _stack.Push(first);
        while (TryTake(TokenKind.Bar))
        {
            _stack.Push(ParseClosedPattern());
        }

        return new MatchOr(Math.Min(start, first.Start), _previousEnd, _stack.Pop<Pattern>(mark));
    }

    private Pattern ParseClosedPattern()
    {
        var start = _token.Start;
        switch (_token.Kind)
        {
            case TokenKind.None or TokenKind.True or TokenKind.False:
                var singleton = (Constant)ParseAtom();
                return new MatchSingleton(start, _previousEnd, singleton);
            case TokenKind.Integer or TokenKind.Float or TokenKind.Imaginary or TokenKind.Minus or TokenKind.Plus or TokenKind.String or TokenKind.FormatStart:
                var value = ParseLiteral();
                return new MatchValue(start, _previousEnd, value);
            case TokenKind.Name:
                return ParseNamePattern(start);
            case TokenKind.OpenParen:
                return ParseGroupPattern(start);
            case TokenKind.OpenBracket:
                Advance();
                var elements = ParsePatternList(TokenKind.CloseBracket);
                ExpectClose(TokenKind.CloseBracket, "']'");
                return new MatchSequence(StartOf(start), _previousEnd, elements);
            case TokenKind.OpenBrace:
                return ParseMappingPattern(start);
            default:
                ErrorHere(SyntaxErrorCodes.Pattern, "Expected a pattern.");
                return MissingPattern();
        }
    }

    /// <summary>A number with its sign, a complex one such as <c>-1 + 2j</c>, or a string.</summary>
    private Expression ParseLiteral()
    {
        var literal = ParseOperators(9);
        if (literal is not (Constant or JoinedStr or UnaryOp { Operator: UnaryOperator.USub, Operand: Constant } or BinOp { Operator: BinaryOperator.Add or BinaryOperator.Sub, Right: Constant { LiteralKind: ConstantKind.Imaginary } }))
        {
            ErrorAt(SyntaxErrorCodes.Pattern, literal, "A pattern can hold only literals, names and attributes.");
        }

        return literal;
    }

    private Pattern ParseNamePattern(int start)
    {
        var name = _token.Text;
        Advance();
        if (!At(TokenKind.Dot) && !At(TokenKind.OpenParen))
        {
            return new MatchAs(StartOf(start), _previousEnd, pattern: null, Wildcard(name));
        }

        Expression value = new Name(start, _previousEnd, name, ExpressionContext.Load);
        while (At(TokenKind.Dot) && TryExtendChain())
        {
            Advance();
            var attribute = ExpectName();
            value = new Syntax.Attribute(start, _previousEnd, value, attribute, ExpressionContext.Load);
        }

        return At(TokenKind.OpenParen) ? ParseClassPattern(start, value) : new MatchValue(start, _previousEnd, value);
    }

    /// <summary><c>(p)</c> is p itself; <c>(p,)</c> and <c>()</c> are sequences.</summary>
    private Pattern ParseGroupPattern(int start)
    {
        Advance();
        var elements = ParsePatternList(TokenKind.CloseParen);
        var isSequence = elements.Length != 1 || EndsWithComma();
        if (!isSequence && elements[0] is MatchStar star)
        {
            ErrorAt(SyntaxErrorCodes.Pattern, star, "A '*' pattern in parentheses needs a comma behind it.");
        }

        ExpectClose(TokenKind.CloseParen, "')'");
        return isSequence ? new MatchSequence(StartOf(start), _previousEnd, elements) : elements[0];
    }

    private bool EndsWithComma() => _previousEnd > 0 && _text[_previousEnd - 1] == ',';

    private ImmutableArray<Pattern> ParsePatternList(TokenKind close)
    {
        var mark = _stack.Mark;
        while (!At(close))
        {
            var before = _taken;
            _stack.Push(ParseStarPattern());
            if (!TryTake(TokenKind.Comma) || _taken == before)
            {
                break;
            }
        }

        return _stack.Pop<Pattern>(mark);
    }

    private MatchMapping ParseMappingPattern(int start)
    {
        Advance();
        var mark = _stack.Mark;
        var keys = new List<Expression>();
        string? rest = null;
        while (!At(TokenKind.CloseBrace))
        {
            if (rest is not null)
            {
                ErrorHere(SyntaxErrorCodes.Pattern, "Nothing may follow the '**' pattern.");
            }

            if (TryTake(TokenKind.DoubleStar))
            {
                if (AtSoft("_"))
                {
                    ErrorHere(SyntaxErrorCodes.Pattern, "What is left of a mapping needs a name; without '**_' it is ignored.");
                }

                rest = ExpectName();
            }
            else
            {
                keys.Add(ParsePatternKey());
                Expect(TokenKind.Colon, "':'");
                _stack.Push(ParsePattern());
            }

            if (!TryTake(TokenKind.Comma))
            {
                break;
            }
        }

        ExpectClose(TokenKind.CloseBrace, "'}'");
        return new MatchMapping(start, _previousEnd, [.. keys], _stack.Pop<Pattern>(mark), rest);
    }

    private Expression ParsePatternKey()
    {
        if (_token.Kind is not (TokenKind.Name or TokenKind.None or TokenKind.True or TokenKind.False))
        {
            return ParseLiteral();
        }

        var key = ParsePrimary();
        if (key is not (Syntax.Attribute or Constant))
        {
            ErrorAt(SyntaxErrorCodes.Pattern, key, "A key is a literal or an attribute.");
        }

        return key;
    }

    private MatchClass ParseClassPattern(int start, Expression type)
    {
        Advance();
        var mark = _stack.Mark;
        var names = new List<string>();
        var keywordPatterns = new List<Pattern>();
        while (!At(TokenKind.CloseParen))
        {
            var before = _taken;
            var name = _token.Text;
            var pattern = ParsePattern();
            if (At(TokenKind.Equal) && pattern is MatchAs { Pattern: null })
            {
                Advance();
                names.Add(name);
                keywordPatterns.Add(ParsePattern());
            }
            else
            {
                if (names.Count > 0)
                {
                    ErrorAt(SyntaxErrorCodes.Pattern, pattern, "A positional pattern follows a keyword pattern.");
                }

                _stack.Push(pattern);
            }

            if (!TryTake(TokenKind.Comma) || _taken == before)
            {
                break;
            }
        }

        ExpectClose(TokenKind.CloseParen, "')'");
        return new MatchClass(start, _previousEnd, type, _stack.Pop<Pattern>(mark), [.. names], [.. keywordPatterns]);
    }

    private MatchAs MissingPattern() => new(_previousEnd, _previousEnd, pattern: null, name: null);
}
