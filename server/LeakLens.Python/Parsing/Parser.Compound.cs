using System.Collections.Immutable;
using LeakLens.Python.Lexing;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Parsing;

/// <summary>Statements with blocks, less definitions and <c>match</c>.</summary>
internal sealed partial class Parser
{
    private Statement? TryParseCompound()
    {
        switch (_token.Kind)
        {
            case TokenKind.If:
                return ParseIf();
            case TokenKind.For:
                return ParseFor(_token.Start, isAsync: false);
            case TokenKind.While:
                return ParseWhile();
            case TokenKind.Try:
                return ParseTry();
            case TokenKind.With:
                return ParseWith(_token.Start, isAsync: false);
            case TokenKind.Def:
                return ParseFunction(_token.Start, [], isAsync: false);
            case TokenKind.Class:
                return ParseClass([]);
            case TokenKind.At:
                return ParseDecorated();
            case TokenKind.Async:
                return ParseAsync([]);
            case TokenKind.Elif or TokenKind.Else or TokenKind.Except or TokenKind.Finally:
                return ParseStrayClause();
            case TokenKind.Name when AtSoft("match"):
                return TryParseMatch();
            default:
                return null;
        }
    }

    private ImmutableArray<Statement> ParseOptionalBlock(TokenKind keyword)
    {
        var keywordStart = _token.Start;
        if (!TryTake(keyword))
        {
            return [];
        }

        _errors.IsPanicking = false;
        _clauseStart = keywordStart;
        return ParseBlock(out _);
    }

    /// <summary><c>if</c>, or <c>elif</c>, which is an <c>If</c> in the <c>OrElse</c> of the one before.</summary>
    private If ParseIf()
    {
        var start = _token.Start;
        Advance();
        var test = ParseNamedExpression();
        var body = ParseBlock(out var headerEnd);
        test = Cut(test, headerEnd);
        if (!At(TokenKind.Elif) || !TryDescend())
        {
            var orElse = ParseOptionalBlock(TokenKind.Else);
            return new If(start, EndOf(orElse, EndOf(body, _previousEnd)), test, body, orElse);
        }

        _errors.IsPanicking = false;
        _clauseStart = _token.Start;
        _chain = 0;
        var next = ParseIf();
        _depth--;
        return new If(start, next.End, test, body, [next]);
    }

    private For ParseFor(int start, bool isAsync)
    {
        Advance();
        var target = ParseTargets();
        Expect(TokenKind.In, "'in'");
        var iterable = ParseStarExpressions();
        var body = ParseBlock(out var headerEnd);
        target = Cut(target, headerEnd);
        iterable = Cut(iterable, headerEnd);
        var orElse = ParseOptionalBlock(TokenKind.Else);
        return new For(start, EndOf(orElse, EndOf(body, _previousEnd)), target, iterable, body, orElse, isAsync);
    }

    private While ParseWhile()
    {
        var start = _token.Start;
        Advance();
        var test = ParseNamedExpression();
        var body = ParseBlock(out var headerEnd);
        test = Cut(test, headerEnd);
        var orElse = ParseOptionalBlock(TokenKind.Else);
        return new While(start, EndOf(orElse, EndOf(body, _previousEnd)), test, body, orElse);
    }

    private Try ParseTry()
    {
        var start = _token.Start;
        Advance();
        var body = ParseBlock(out _);
        var mark = _stack.Mark;
        bool? isStar = null;
        while (At(TokenKind.Except))
        {
            _stack.Push(ParseHandler(ref isStar));
        }

        var handlers = _stack.Pop<ExceptHandler>(mark);
        var orElse = ParseOptionalBlock(TokenKind.Else);
        var final = ParseOptionalBlock(TokenKind.Finally);
        if (handlers.Length == 0 && final.Length == 0)
        {
            ErrorHere(SyntaxErrorCodes.Expected, "Expected 'except' or 'finally'.");
        }

        var end = handlers.Length > 0 ? handlers[^1].End : EndOf(body, _previousEnd);
        return new Try(start, EndOf(final, EndOf(orElse, end)), body, handlers, orElse, final, isStar == true);
    }

    private ExceptHandler ParseHandler(ref bool? isStar)
    {
        _errors.IsPanicking = false;
        var start = _clauseStart = _token.Start;
        Advance();
        var star = TryTake(TokenKind.Star);
        if (isStar is { } before && before != star)
        {
            _errors.Add(SyntaxErrorCodes.InvalidSyntax, start, _previousEnd, "One 'try' cannot have both 'except' and 'except*'.");
        }

        isStar ??= star;
        Expression? type = null;
        string? name = null;
        if (star || !At(TokenKind.Colon))
        {
            type = ParseExceptionTypes();
            name = At(TokenKind.As) ? ParseHandlerName(type) : null;
        }

        var body = ParseBlock(out var headerEnd);
        type = type is null ? null : Cut(type, headerEnd);
        return new ExceptHandler(start, EndOf(body, _previousEnd), type, name, body);
    }

    private string ParseHandlerName(Expression type)
    {
        if (type is Syntax.Tuple { Elements: [var first, ..] } && first.Start == type.Start && _text[type.Start] != '(')
        {
            ErrorAt(SyntaxErrorCodes.InvalidSyntax, type, "Several exception types need parentheses before 'as'.");
        }

        Advance();
        return ExpectName();
    }

    /// <summary>PEP 758: several types need no parentheses.</summary>
    private Expression ParseExceptionTypes()
    {
        var start = _token.Start;
        var first = ParseExpression();
        if (!At(TokenKind.Comma) || first is InvalidExpression)
        {
            return first;
        }

        var mark = _stack.Mark;
        _stack.Push(first);
        while (TryTake(TokenKind.Comma) && CanStartExpression(_token.Kind))
        {
            _stack.Push(ParseExpression());
        }

        return new Syntax.Tuple(start, _previousEnd, _stack.Pop<Expression>(mark), ExpressionContext.Load);
    }

    private With ParseWith(int start, bool isAsync)
    {
        Advance();
        var mark = _stack.Mark;
        if (!At(TokenKind.OpenParen) || !TryParseParenthesizedItems())
        {
            do
            {
                _stack.Push(ParseWithItem());
            }
            while (TryTake(TokenKind.Comma));
        }

        var items = _stack.Pop<WithItem>(mark);
        var body = ParseBlock(out var headerEnd);
        items = headerEnd == int.MaxValue ? items : items.RemoveAll(item => item.End > headerEnd);
        return new With(start, EndOf(body, _previousEnd), items, body, isAsync);
    }

    /// <summary><c>with (a as b, c as d):</c> is tried first; if no colon follows the parenthesis, it belonged to an expression.</summary>
    private bool TryParseParenthesizedItems()
    {
        var checkpoint = Save();
        var mark = _stack.Mark;
        var trial = _errors.IsTrial;
        _errors.IsTrial = true;
        Advance();
        do
        {
            if (At(TokenKind.CloseParen) && _stack.Mark > mark)
            {
                break;
            }

            _stack.Push(ParseWithItem());
        }
        while (TryTake(TokenKind.Comma));

        var ok = TryTake(TokenKind.CloseParen) && At(TokenKind.Colon) && !_errors.IsPanicking;
        _errors.IsTrial = trial;
        _errors.IsPanicking = false;
        if (!ok)
        {
            _stack.Drop(mark);
            Restore(checkpoint);
        }

        return ok;
    }

    private WithItem ParseWithItem()
    {
        var start = _token.Start;
        var context = ParseExpression();
        Expression? target = null;
        if (TryTake(TokenKind.As))
        {
            target = ParseTarget();
            SetContext(target, ExpressionContext.Store);
        }

        return new WithItem(Math.Min(start, context.Start), _previousEnd, context, target);
    }

    private Statement ParseAsync(ImmutableArray<Expression> decorators)
    {
        var start = _token.Start;
        Advance();
        switch (_token.Kind)
        {
            case TokenKind.Def:
                return ParseFunction(start, decorators, isAsync: true);
            case TokenKind.For:
                return ParseFor(start, isAsync: true);
            case TokenKind.With:
                return ParseWith(start, isAsync: true);
            default:
                ErrorHere(SyntaxErrorCodes.Expected, "Expected 'def', 'for' or 'with' after 'async'.");
                Resynchronize(start);
                return new InvalidStatement(start, _previousEnd);
        }
    }

    /// <summary>A clause whose statement is missing: its block is kept, in place.</summary>
    private Statement ParseStrayClause()
    {
        var start = _token.Start;
        ErrorHere(SyntaxErrorCodes.InvalidSyntax, "This clause belongs to no statement.");
        Advance();
        SkipHeader();
        var end = _previousEnd;
        if (!TryTake(TokenKind.NewLine) || !TryTake(TokenKind.Indent))
        {
            return new InvalidStatement(start, end);
        }

        _stack.Push(new InvalidStatement(start, end));
        ParseStatements(TokenKind.Dedent);
        TryTake(TokenKind.Dedent);
        return (Statement)_stack.PopLast();
    }
}
