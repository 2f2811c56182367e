using System.Collections.Immutable;
using LeakLens.Python.Lexing;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Parsing;

/// <summary>Lists of statements and the simple ones.</summary>
internal sealed partial class Parser
{
    /// <summary>Pushes statements until the token that ends the block, which is left to the caller.</summary>
    private void ParseStatements(TokenKind end)
    {
        while (_token.Kind != end && _token.Kind != TokenKind.EndOfFile)
        {
            var before = _taken;
            ParseStatement();
            if (_taken == before)
            {
                ErrorHere(SyntaxErrorCodes.InvalidSyntax, "Invalid syntax.");
                Advance();
            }
        }
    }

    private void ParseStatement()
    {
        _errors.IsPanicking = false;
        _chain = 0;
        _clauseStart = _token.Start;
        if ((_taken & 0xFF) == 0)
        {
            _cancellation.ThrowIfCancellationRequested();
        }

        switch (_token.Kind)
        {
            case TokenKind.NewLine:
                Advance();
                break;
            case TokenKind.Indent:
                ParseUnexpectedIndent();
                break;
            default:
                var start = _token.Start;
                if (TryParseCompound() is { } compound)
                {
                    // A header that could not be read to its end takes its statement with it.
                    _stack.Push(_restart < 0 ? compound : new InvalidStatement(start, Math.Max(start, _restart)));
                    _restart = -1;
                }
                else
                {
                    ParseSimpleLine();
                }

                break;
        }
    }

    private void ParseUnexpectedIndent()
    {
        ErrorHere(SyntaxErrorCodes.Indentation, "Unexpected indent.");
        Advance();
        ParseStatements(TokenKind.Dedent);
        TryTake(TokenKind.Dedent);
    }

    /// <summary><c>a; b; c</c> and the end of the line.</summary>
    private void ParseSimpleLine()
    {
        var start = _token.Start;
        var mark = _stack.Mark;
        do
        {
            if (_token.Kind is TokenKind.NewLine or TokenKind.EndOfFile)
            {
                break;
            }

            _stack.Push(ParseSimpleStatement());
        }
        while (TryTake(TokenKind.Semicolon));

        EndStatement(start);
        if (_restart >= 0)
        {
            DropOverlapping(mark);
        }
    }

    private Statement ParseSimpleStatement()
    {
        var start = _token.Start;
        switch (_token.Kind)
        {
            case TokenKind.Pass:
                Advance();
                return new Pass(start, _previousEnd);
            case TokenKind.Break:
                Advance();
                return new Break(start, _previousEnd);
            case TokenKind.Continue:
                Advance();
                return new Continue(start, _previousEnd);
            case TokenKind.Return:
                return ParseReturn(start);
            case TokenKind.Raise:
                return ParseRaise(start);
            case TokenKind.Import:
                return ParseImport(start);
            case TokenKind.From:
                return ParseImportFrom(start);
            case TokenKind.Global:
            case TokenKind.Nonlocal:
                return ParseScopeStatement(start);
            case TokenKind.Del:
                return ParseDelete(start);
            case TokenKind.Assert:
                return ParseAssert(start);
            case TokenKind.Name when AtSoft("type") && PeekIsName():
                return ParseTypeAlias(start);
            default:
                return ParseExpressionStatement(start);
        }
    }

    private Return ParseReturn(int start)
    {
        Advance();
        var value = CanStartExpression(_token.Kind) || At(TokenKind.Star) ? ParseStarExpressions() : null;
        return new Return(start, _previousEnd, value);
    }

    private Raise ParseRaise(int start)
    {
        Advance();
        if (!CanStartExpression(_token.Kind))
        {
            return new Raise(start, _previousEnd, exception: null, cause: null);
        }

        var exception = ParseExpression();
        if (At(TokenKind.Comma))
        {
            ErrorHere(SyntaxErrorCodes.PythonTwo, "The comma between an exception and its argument is Python 2's: write raise Exception(argument).");
        }

        var cause = TryTake(TokenKind.From) ? ParseExpression() : null;
        return new Raise(start, _previousEnd, exception, cause);
    }

    private Statement ParseScopeStatement(int start)
    {
        var isGlobal = At(TokenKind.Global);
        Advance();
        var mark = _stack.Mark;
        do
        {
            _stack.Push(ExpectName());
        }
        while (TryTake(TokenKind.Comma));

        var names = _stack.Pop<string>(mark);
        return isGlobal ? new Global(start, _previousEnd, names) : new Nonlocal(start, _previousEnd, names);
    }

    private Delete ParseDelete(int start)
    {
        Advance();
        var mark = _stack.Mark;
        do
        {
            if (!CanStartExpression(_token.Kind))
            {
                break;
            }

            var target = ParseOperators(BitOrPrecedence);
            SetContext(target, ExpressionContext.Del);
            _stack.Push(target);
        }
        while (TryTake(TokenKind.Comma));

        if (_stack.Mark == mark)
        {
            ErrorHere(SyntaxErrorCodes.ExpectedExpression, "Expected what to delete.");
        }

        return new Delete(start, _previousEnd, _stack.Pop<Expression>(mark));
    }

    private Assert ParseAssert(int start)
    {
        Advance();
        var test = ParseExpression();
        var message = TryTake(TokenKind.Comma) ? ParseExpression() : null;
        return new Assert(start, _previousEnd, test, message);
    }

    /// <summary>Whether the token after this one is a name on the same line: then <c>type</c> begins an alias.</summary>
    private bool PeekIsName()
    {
        var checkpoint = Save();
        var trial = _errors.IsTrial;
        _errors.IsTrial = true;
        Advance();
        var isName = At(TokenKind.Name);
        _errors.IsTrial = trial;
        _errors.IsPanicking = false;
        Restore(checkpoint);
        return isName;
    }

    private TypeAlias ParseTypeAlias(int start)
    {
        Advance();
        var nameStart = _token.Start;
        var name = new Name(nameStart, _token.End, ExpectName(), ExpressionContext.Store);
        var parameters = ParseTypeParameters();
        Expect(TokenKind.Equal, "'=' and the type");
        var value = ParseExpression();
        return new TypeAlias(start, _previousEnd, name, parameters, value);
    }

    private Statement ParseExpressionStatement(int start)
    {
        var parenthesized = At(TokenKind.OpenParen);
        var before = _taken;
        var first = ParseRightHandSide();
        if (_taken == before)
        {
            return new InvalidStatement(start, start);
        }

        if (At(TokenKind.Equal))
        {
            return ParseAssign(start, first);
        }

        if (GetAugmented(_token.Kind) is { } augmented)
        {
            return ParseAugAssign(start, first, augmented);
        }

        if (At(TokenKind.Colon))
        {
            return ParseAnnAssign(start, first, parenthesized);
        }

        if (first is Name name && CanStartExpression(_token.Kind))
        {
            ReportPythonTwo(name);
        }

        return new Expr(start, _previousEnd, first);
    }

    /// <summary><c>print x</c> and <c>exec x</c> were statements in Python 2.</summary>
    private void ReportPythonTwo(Name name)
    {
        if (name.Id is "print" or "exec")
        {
            _errors.Add(SyntaxErrorCodes.PythonTwo, name.Start, name.End, $"The statement '{name.Id}' of Python 2 is a function since Python 3: write {name.Id}(...).");
        }
    }

    private Assign ParseAssign(int start, Expression first)
    {
        var mark = _stack.Mark;
        var value = first;
        while (TryTake(TokenKind.Equal))
        {
            SetContext(value, ExpressionContext.Store);
            _stack.Push(value);
            value = ParseRightHandSide();
        }

        return new Assign(start, _previousEnd, _stack.Pop<Expression>(mark), value);
    }

    private AugAssign ParseAugAssign(int start, Expression target, BinaryOperator augmented)
    {
        if (target is Name or Syntax.Attribute or Subscript)
        {
            SetContext(target, ExpressionContext.Store);
        }
        else
        {
            ErrorAt(SyntaxErrorCodes.InvalidTarget, target, "This cannot be the target of an augmented assignment.");
        }

        Advance();
        var value = ParseRightHandSide();
        return new AugAssign(start, _previousEnd, target, augmented, value);
    }

    private AnnAssign ParseAnnAssign(int start, Expression target, bool parenthesized)
    {
        if (target is Name or Syntax.Attribute or Subscript)
        {
            SetContext(target, ExpressionContext.Store);
        }
        else
        {
            ErrorAt(SyntaxErrorCodes.InvalidTarget, target, "This cannot be annotated.");
        }

        Advance();
        var annotation = ParseExpression();
        var value = TryTake(TokenKind.Equal) ? ParseRightHandSide() : null;
        return new AnnAssign(start, _previousEnd, target, annotation, value, target is Name && !parenthesized);
    }

    /// <summary><c>yield_expr | star_expressions</c>.</summary>
    private Expression ParseRightHandSide() => At(TokenKind.Yield) ? ParseYield() : ParseStarExpressions();

    private static BinaryOperator? GetAugmented(TokenKind kind) => kind switch
    {
        TokenKind.PlusEqual => BinaryOperator.Add,
        TokenKind.MinusEqual => BinaryOperator.Sub,
        TokenKind.StarEqual => BinaryOperator.Mult,
        TokenKind.AtEqual => BinaryOperator.MatMult,
        TokenKind.SlashEqual => BinaryOperator.Div,
        TokenKind.PercentEqual => BinaryOperator.Mod,
        TokenKind.DoubleStarEqual => BinaryOperator.Pow,
        TokenKind.LeftShiftEqual => BinaryOperator.LShift,
        TokenKind.RightShiftEqual => BinaryOperator.RShift,
        TokenKind.BarEqual => BinaryOperator.BitOr,
        TokenKind.CaretEqual => BinaryOperator.BitXor,
        TokenKind.AmpersandEqual => BinaryOperator.BitAnd,
        TokenKind.DoubleSlashEqual => BinaryOperator.FloorDiv,
        _ => null,
    };

    /// <summary>Where a statement ends that ends with this block: behind its last token, which may be a semicolon.</summary>
    private int EndOf(ImmutableArray<Statement> block, int otherwise) => block.Length > 0 ? Math.Max(block[^1].End, _lineEnd) : otherwise;
}
