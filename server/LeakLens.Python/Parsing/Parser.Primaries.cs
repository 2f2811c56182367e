using System.Collections.Immutable;
using LeakLens.Python.Lexing;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Parsing;

/// <summary>Atoms and what follows them: attributes, calls, subscripts.</summary>
internal sealed partial class Parser
{
    private Expression ParsePrimary()
    {
        var start = _token.Start;
        var before = _taken;
        var primary = ParseAtom();
        while (_taken != before)
        {
            switch (_token.Kind)
            {
                case TokenKind.Dot:
                    if (!TryExtendChain())
                    {
                        return primary;
                    }

                    Advance();
                    var name = ExpectName();
                    primary = new Syntax.Attribute(start, _previousEnd, primary, name, ExpressionContext.Load);
                    break;
                case TokenKind.OpenParen:
                    if (!TryExtendChain())
                    {
                        return primary;
                    }

                    primary = ParseCall(start, primary);
                    break;
                case TokenKind.OpenBracket:
                    if (!TryExtendChain())
                    {
                        return primary;
                    }

                    primary = ParseSubscript(start, primary);
                    break;
                default:
                    return primary;
            }
        }

        return primary;
    }

    private Expression ParseAtom()
    {
        var start = _token.Start;
        switch (_token.Kind)
        {
            case TokenKind.Name:
                var name = new Name(start, _token.End, _token.Text, ExpressionContext.Load);
                Advance();
                return name;
            case TokenKind.Integer:
                return TakeConstant(ConstantKind.Integer, _literals);
            case TokenKind.Float:
                return TakeConstant(ConstantKind.Float, _literals);
            case TokenKind.Imaginary:
                return TakeConstant(ConstantKind.Imaginary, _literals);
            case TokenKind.String:
            case TokenKind.FormatStart:
                return ParseStrings();
            case TokenKind.None:
                return TakeConstant(ConstantKind.None, value: null);
            case TokenKind.True:
                return TakeConstant(ConstantKind.True, value: null);
            case TokenKind.False:
                return TakeConstant(ConstantKind.False, value: null);
            case TokenKind.Ellipsis:
                return TakeConstant(ConstantKind.Ellipsis, value: null);
            case TokenKind.OpenParen:
                return ParseParenthesized();
            case TokenKind.OpenBracket:
                return ParseList();
            case TokenKind.OpenBrace:
                return ParseBraces();
            default:
                return ParseMissingAtom();
        }
    }

    private Constant TakeConstant(ConstantKind kind, object? value)
    {
        var constant = new Constant(_token.Start, _token.End, kind, value);
        Advance();
        return constant;
    }

    private InvalidExpression ParseMissingAtom()
    {
        var start = _token.Start;
        switch (_token.Kind)
        {
            case TokenKind.Lambda or TokenKind.Yield or TokenKind.Star or TokenKind.DoubleStar:
                ErrorHere(SyntaxErrorCodes.InvalidSyntax, "This needs parentheses here.");
                break;
            case TokenKind.Unknown:
                ErrorHere(SyntaxErrorCodes.InvalidSyntax, "Invalid syntax.");
                Advance();
                return new InvalidExpression(start, _previousEnd);
            default:
                ErrorHere(SyntaxErrorCodes.ExpectedExpression, "Expected an expression.");
                break;
        }

        return Missing();
    }

    private Call ParseCall(int start, Expression function)
    {
        var chain = _chain;
        var open = _token.Start;
        Advance();
        ParseArguments(open, out var arguments, out var keywords);
        _chain = Math.Max(chain, _chain);
        return new Call(start, _previousEnd, function, arguments, keywords);
    }

    /// <summary>The arguments behind an opening parenthesis, the closing one included.</summary>
    private void ParseArguments(int open, out ImmutableArray<Expression> arguments, out ImmutableArray<Keyword> keywords)
    {
        var mark = _stack.Mark;
        var keywordMark = _keywords.Count;
        var unpacked = false;
        while (!At(TokenKind.CloseParen))
        {
            var before = _taken;
            ParseArgument(open, mark, keywordMark, ref unpacked);
            if (!TryTake(TokenKind.Comma) || _taken == before)
            {
                break;
            }
        }

        ExpectClose(TokenKind.CloseParen, "')'");
        arguments = _stack.Pop<Expression>(mark);
        keywords = PopKeywords(keywordMark);
    }

    private void ParseArgument(int open, int mark, int keywordMark, ref bool unpacked)
    {
        var start = _token.Start;
        switch (_token.Kind)
        {
            case TokenKind.Star:
                if (unpacked)
                {
                    ErrorHere(SyntaxErrorCodes.Arguments, "'*' unpacking follows '**' unpacking.");
                }

                _stack.Push(ParseArgumentStarred());
                return;
            case TokenKind.DoubleStar:
                Advance();
                var mapping = ParseExpression();
                _keywords.Add(new Keyword(start, _previousEnd, name: null, mapping));
                unpacked = true;
                return;
        }

        var isName = At(TokenKind.Name);
        var value = ParseNamedExpression();
        if (At(TokenKind.Equal))
        {
            ParseKeyword(start, value, isName);
            return;
        }

        if (_token.Kind is TokenKind.For or TokenKind.Async)
        {
            value = ParseBareGenerator(open, value, _stack.Mark == mark && _keywords.Count == keywordMark);
        }
        else if (_keywords.Count > keywordMark)
        {
            _errors.Add(SyntaxErrorCodes.Arguments, start, _previousEnd, unpacked ? "A positional argument follows '**' unpacking." : "A positional argument follows a keyword argument.");
        }

        _stack.Push(value);
    }

    private Starred ParseArgumentStarred()
    {
        var start = _token.Start;
        Advance();
        var value = ParseExpression();
        return new Starred(start, _previousEnd, value, ExpressionContext.Load);
    }

    private void ParseKeyword(int start, Expression target, bool isName)
    {
        if (target is not Name || !isName)
        {
            ErrorAt(SyntaxErrorCodes.Arguments, target, "Only a name can stand before '=' in a call; did you mean '=='?");
        }

        Advance();
        var value = ParseExpression();
        _keywords.Add(new Keyword(start, _previousEnd, (target as Name)?.Id ?? string.Empty, value));
        if (_token.Kind is TokenKind.For or TokenKind.Async)
        {
            ErrorHere(SyntaxErrorCodes.Arguments, "A generator behind a keyword needs parentheses.");
        }
    }

    /// <summary><c>f(x for x in y)</c>: the call's parentheses are the generator's.</summary>
    private GeneratorExp ParseBareGenerator(int open, Expression element, bool isFirst)
    {
        var generators = ParseComprehensions();
        if (!isFirst || At(TokenKind.Comma))
        {
            _errors.Add(SyntaxErrorCodes.Arguments, element.Start, _previousEnd, "A generator beside other arguments needs parentheses.");
        }

        return new GeneratorExp(open, At(TokenKind.CloseParen) ? _token.End : _previousEnd, element, generators);
    }

    /// <summary>Keyword arguments wait here while positional ones are on the stack.</summary>
    private readonly List<Keyword> _keywords = [];

    private ImmutableArray<Keyword> PopKeywords(int mark)
    {
        var count = _keywords.Count - mark;
        if (count == 0)
        {
            return [];
        }

        var keywords = ImmutableArray.Create(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_keywords).Slice(mark, count));
        _keywords.RemoveRange(mark, count);
        return keywords;
    }

    private Subscript ParseSubscript(int start, Expression value)
    {
        var chain = _chain;
        Advance();
        var index = ParseSlices();
        ExpectClose(TokenKind.CloseBracket, "']'");
        _chain = Math.Max(chain, _chain);
        return new Subscript(start, _previousEnd, value, index, ExpressionContext.Load);
    }

    private Expression ParseSlices()
    {
        var start = _token.Start;
        var first = ParseSlice();
        // PEP 646: a single starred index makes a tuple too.
        if ((!At(TokenKind.Comma) && first is not Starred) || first is InvalidExpression)
        {
            return first;
        }

        var mark = _stack.Mark;
        _stack.Push(first);
        while (TryTake(TokenKind.Comma) && !At(TokenKind.CloseBracket))
        {
            var before = _taken;
            _stack.Push(ParseSlice());
            if (_taken == before)
            {
                break;
            }
        }

        return new Syntax.Tuple(start, _previousEnd, _stack.Pop<Expression>(mark), ExpressionContext.Load);
    }

    private Expression ParseSlice()
    {
        var start = _token.Start;
        if (At(TokenKind.Star))
        {
            return ParseStarred();
        }

        var lower = At(TokenKind.Colon) ? null : ParseNamedExpression();
        if (!At(TokenKind.Colon))
        {
            return lower ?? Missing();
        }

        Advance();
        var upper = CanStartExpression(_token.Kind) ? ParseExpression() : null;
        Expression? step = null;
        if (TryTake(TokenKind.Colon) && CanStartExpression(_token.Kind))
        {
            step = ParseExpression();
        }

        return new Slice(Math.Min(start, lower?.Start ?? start), _previousEnd, lower, upper, step);
    }

    /// <summary>A closing bracket; when it is missing the error stays here, and the statement is given up.</summary>
    private void ExpectClose(TokenKind kind, string what)
    {
        if (!TryTake(kind))
        {
            ErrorHere(SyntaxErrorCodes.UnclosedBracket, $"Expected {what}.");
        }
    }
}
