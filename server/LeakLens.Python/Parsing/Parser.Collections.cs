using System.Collections.Immutable;
using LeakLens.Python.Lexing;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Parsing;

/// <summary>Parentheses, lists, sets, dictionaries and comprehensions.</summary>
internal sealed partial class Parser
{
    private Expression ParseParenthesized()
    {
        var start = _token.Start;
        Advance();
        if (TryTake(TokenKind.CloseParen))
        {
            return new Syntax.Tuple(start, _previousEnd, [], ExpressionContext.Load);
        }

        if (At(TokenKind.Yield))
        {
            var yield = ParseYield();
            ExpectClose(TokenKind.CloseParen, "')'");
            return yield;
        }

        var first = ParseStarNamedExpression();
        if (_token.Kind is TokenKind.For or TokenKind.Async)
        {
            var generators = ParseComprehensions(first);
            ExpectClose(TokenKind.CloseParen, "')'");
            return new GeneratorExp(start, _previousEnd, first, generators);
        }

        if (!At(TokenKind.Comma))
        {
            if (first is Starred)
            {
                ErrorAt(SyntaxErrorCodes.InvalidSyntax, first, "A starred expression cannot stand alone in parentheses.");
            }

            ExpectClose(TokenKind.CloseParen, "')'");
            return first;
        }

        var elements = ParseElements(first, TokenKind.CloseParen);
        ExpectClose(TokenKind.CloseParen, "')'");
        return new Syntax.Tuple(start, _previousEnd, elements, ExpressionContext.Load);
    }

    private Expression ParseList()
    {
        var start = _token.Start;
        Advance();
        if (TryTake(TokenKind.CloseBracket))
        {
            return new List(start, _previousEnd, [], ExpressionContext.Load);
        }

        var first = ParseStarNamedExpression();
        if (_token.Kind is TokenKind.For or TokenKind.Async)
        {
            var generators = ParseComprehensions(first);
            ExpectClose(TokenKind.CloseBracket, "']'");
            return new ListComp(start, _previousEnd, first, generators);
        }

        var elements = ParseElements(first, TokenKind.CloseBracket);
        ExpectClose(TokenKind.CloseBracket, "']'");
        return new List(start, _previousEnd, elements, ExpressionContext.Load);
    }

    private ImmutableArray<Expression> ParseElements(Expression first, TokenKind close)
    {
        var mark = _stack.Mark;
        _stack.Push(first);
        while (TryTake(TokenKind.Comma) && !At(close))
        {
            var before = _taken;
            _stack.Push(ParseStarNamedExpression());
            if (_taken == before)
            {
                break;
            }
        }

        return _stack.Pop<Expression>(mark);
    }

    private Expression ParseBraces()
    {
        var start = _token.Start;
        Advance();
        if (TryTake(TokenKind.CloseBrace))
        {
            return new Dict(start, _previousEnd, [], []);
        }

        if (At(TokenKind.DoubleStar))
        {
            return ParseDict(start, first: null);
        }

        var first = ParseStarNamedExpression();
        if (At(TokenKind.Colon))
        {
            return ParseDict(start, first);
        }

        if (_token.Kind is TokenKind.For or TokenKind.Async)
        {
            var generators = ParseComprehensions(first);
            ExpectClose(TokenKind.CloseBrace, "'}'");
            return new SetComp(start, _previousEnd, first, generators);
        }

        var elements = ParseElements(first, TokenKind.CloseBrace);
        ExpectClose(TokenKind.CloseBrace, "'}'");
        return new Set(start, _previousEnd, elements);
    }

    /// <summary>A dictionary from its first key on, or from the <c>**</c> that stands in its place.</summary>
    private Expression ParseDict(int start, Expression? first)
    {
        var mark = _stack.Mark;
        var key = first;
        while (true)
        {
            // Keys and values alternate on the stack.
            _stack.Push(key);
            Advance();
            var value = key is null ? ParseOperators(BitOrPrecedence) : ParseExpression();
            _stack.Push(value);
            if (key is not null && _token.Kind is TokenKind.For or TokenKind.Async && _stack.Mark == mark + 2)
            {
                _stack.Drop(mark);
                return ParseDictComp(start, key ?? value, value);
            }

            if (!TryTake(TokenKind.Comma) || At(TokenKind.CloseBrace))
            {
                break;
            }

            key = At(TokenKind.DoubleStar) ? null : ParseExpression();
            if (key is not null && !At(TokenKind.Colon))
            {
                ErrorHere(SyntaxErrorCodes.Expected, "Expected ':' and a value.");
                break;
            }
        }

        ExpectClose(TokenKind.CloseBrace, "'}'");
        _stack.PopPairs(mark, out var keys, out var values);
        return new Dict(start, _previousEnd, keys, values);
    }

    private DictComp ParseDictComp(int start, Expression key, Expression value)
    {
        var generators = ParseComprehensions();
        ExpectClose(TokenKind.CloseBrace, "'}'");
        return new DictComp(start, _previousEnd, key, value, generators);
    }

    private ImmutableArray<Comprehension> ParseComprehensions(Expression? element = null)
    {
        if (element is Starred)
        {
            ErrorAt(SyntaxErrorCodes.InvalidSyntax, element, "Unpacking cannot be the element of a comprehension.");
        }

        var mark = _stack.Mark;
        while (_token.Kind is TokenKind.For or TokenKind.Async)
        {
            _stack.Push(ParseComprehension());
        }

        return _stack.Pop<Comprehension>(mark);
    }

    private Comprehension ParseComprehension()
    {
        var start = _token.Start;
        var isAsync = TryTake(TokenKind.Async);
        Expect(TokenKind.For, "'for'");
        var target = ParseTargets();
        Expect(TokenKind.In, "'in'");
        var iterable = ParseOperators(OrPrecedence);
        var mark = _stack.Mark;
        while (TryTake(TokenKind.If))
        {
            _stack.Push(ParseComprehensionCondition());
        }

        return new Comprehension(start, _previousEnd, target, iterable, _stack.Pop<Expression>(mark), isAsync);
    }

    private Expression ParseComprehensionCondition()
    {
        var start = _token.Start;
        var condition = ParseOperators(OrPrecedence);
        if (condition is Name name && At(TokenKind.ColonEqual))
        {
            ErrorHere(SyntaxErrorCodes.InvalidSyntax, "An assignment expression needs parentheses here.");
            Advance();
            return new NamedExpr(start, _previousEnd, name, ParseExpression());
        }

        return condition;
    }
}
