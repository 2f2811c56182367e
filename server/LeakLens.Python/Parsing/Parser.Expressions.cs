using LeakLens.Python.Lexing;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Parsing;

/// <summary>Expressions from the loosest binding on: tuples, starred, walrus, conditional, lambda, yield.</summary>
internal sealed partial class Parser
{
    /// <summary><c>star_expressions</c>: one expression, or a tuple without parentheses.</summary>
    private Expression ParseStarExpressions()
    {
        var start = _token.Start;
        var before = _taken;
        var first = ParseStarExpression();
        return At(TokenKind.Comma) && _taken != before ? ParseTupleRest(start, first) : first;
    }

    private Syntax.Tuple ParseTupleRest(int start, Expression first)
    {
        var mark = _stack.Mark;
        _stack.Push(first);
        while (TryTake(TokenKind.Comma) && (CanStartExpression(_token.Kind) || At(TokenKind.Star)))
        {
            _stack.Push(ParseStarExpression());
        }

        return new Syntax.Tuple(start, _previousEnd, _stack.Pop<Expression>(mark), ExpressionContext.Load);
    }

    private Expression ParseStarExpression() => At(TokenKind.Star) ? ParseStarred() : ParseExpression();

    /// <summary><c>star_named_expression</c>: what stands in brackets.</summary>
    private Expression ParseStarNamedExpression() => At(TokenKind.Star) ? ParseStarred() : ParseNamedExpression();

    private Starred ParseStarred()
    {
        var start = _token.Start;
        Advance();
        var value = ParseOperators(BitOrPrecedence);
        return new Starred(start, _previousEnd, value, ExpressionContext.Load);
    }

    private Expression ParseNamedExpression()
    {
        var start = _token.Start;
        var isName = At(TokenKind.Name);
        var left = ParseExpression();
        if (!At(TokenKind.ColonEqual))
        {
            return left;
        }

        if (left is not Name name || !isName)
        {
            ErrorAt(SyntaxErrorCodes.InvalidTarget, left, "Only a name can be assigned to with ':='.");
            Advance();
            ParseExpression();
            return left;
        }

        name.Context = ExpressionContext.Store;
        Advance();
        var value = ParseExpression();
        return new NamedExpr(start, _previousEnd, name, value);
    }

    private Expression ParseExpression()
    {
        var start = _token.Start;
        if (At(TokenKind.Lambda))
        {
            return ParseLambda();
        }

        var before = _taken;
        var body = ParseOperators(OrPrecedence);
        if (!At(TokenKind.If) || _taken == before || !TryDescend())
        {
            return body;
        }

        var chain = _chain;
        Advance();
        var test = ParseOperators(OrPrecedence);
        chain = Math.Max(chain, _chain);
        Expect(TokenKind.Else, "'else'");
        var orElse = _errors.IsPanicking ? Missing() : ParseExpression();
        _chain = Math.Max(chain, _chain);
        _depth--;
        return new IfExp(start, _previousEnd, test, body, orElse);
    }

    private Expression ParseLambda()
    {
        var start = _token.Start;
        if (!TryDescend())
        {
            return Missing();
        }

        Advance();
        var parameters = ParseParameters(TokenKind.Colon, annotated: false);
        Expect(TokenKind.Colon, "':'");
        var body = _errors.IsPanicking ? Missing() : ParseExpression();
        _depth--;
        return new Lambda(start, _previousEnd, parameters, body);
    }

    private Expression ParseYield()
    {
        var start = _token.Start;
        Advance();
        if (TryTake(TokenKind.From))
        {
            var source = ParseExpression();
            return new YieldFrom(start, _previousEnd, source);
        }

        var value = CanStartExpression(_token.Kind) || At(TokenKind.Star) ? ParseStarExpressions() : null;
        return new Yield(start, _previousEnd, value);
    }

    /// <summary>What stands for an expression that is not there.</summary>
    private InvalidExpression Missing() => new(_previousEnd, _previousEnd);

    private static bool CanStartExpression(TokenKind kind) => kind switch
    {
        >= TokenKind.Name and <= TokenKind.OpenParen => true,
        TokenKind.OpenBracket or TokenKind.OpenBrace or TokenKind.Ellipsis or TokenKind.Tilde or TokenKind.Plus or TokenKind.Minus => true,
        >= TokenKind.False and <= TokenKind.True => true,
        TokenKind.Await or TokenKind.Lambda or TokenKind.Not => true,
        _ => false,
    };
}
