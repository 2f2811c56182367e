using System.Collections.Immutable;
using LeakLens.Python.Lexing;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Parsing;

/// <summary>The <c>match</c> statement. <c>match</c> and <c>case</c> are names everywhere else.</summary>
internal sealed partial class Parser
{
    /// <summary>Null, with nothing taken, when <c>match</c> is a name here.</summary>
    private Match? TryParseMatch()
    {
        if (!MayBeginMatch())
        {
            return null;
        }

        var start = _token.Start;
        var checkpoint = Save();
        var trial = _errors.IsTrial;
        _errors.IsTrial = true;
        var chain = _chain;
        Advance();
        var subject = ParseSubject();
        var ok = !_errors.IsPanicking && At(TokenKind.Colon);
        if (ok)
        {
            Advance();
            ok = At(TokenKind.NewLine);
        }

        _errors.IsTrial = trial;
        _errors.IsPanicking = false;
        if (!ok)
        {
            _chain = chain;
            Restore(checkpoint);
            return _lexer.IsCaseBehindLine(start) ? ParseBrokenMatch(start) : null;
        }

        Advance();
        return ParseCases(start, subject);
    }

    /// <summary>A header that cannot be read, but cases stand below it.</summary>
    private Match ParseBrokenMatch(int start)
    {
        Advance();
        var subject = ParseSubject();
        return TryEndHeader(out var headerEnd) && TryTake(TokenKind.NewLine)
            ? ParseCases(start, Cut(subject, headerEnd))
            : new Match(start, Math.Max(_previousEnd, subject.End), subject, []);
    }

    /// <summary>A look at the next character keeps most uses of a variable <c>match</c> from a trial.</summary>
    private bool MayBeginMatch()
    {
        var rest = _text.AsSpan(_token.End).TrimStart(" \t");
        return rest.StartsWith("...") || (rest is ['.', >= '0' and <= '9', ..]) || (rest.Length > 0 && rest[0] is not ('=' or '.' or ',' or ')' or ']' or '}' or ':' or ';' or '\n' or '\r' or '/' or '%' or '@' or '&' or '|' or '^' or '<' or '>' or '!' or '#'));
    }

    private Expression ParseSubject()
    {
        var start = _token.Start;
        var first = ParseStarNamedExpression();
        if (!At(TokenKind.Comma) || first is InvalidExpression)
        {
            if (first is Starred)
            {
                ErrorHere(SyntaxErrorCodes.Expected, "Expected ','.");
            }

            return first;
        }

        var mark = _stack.Mark;
        _stack.Push(first);
        while (TryTake(TokenKind.Comma) && (CanStartExpression(_token.Kind) || At(TokenKind.Star)))
        {
            _stack.Push(ParseStarNamedExpression());
        }

        return new Syntax.Tuple(start, _previousEnd, _stack.Pop<Expression>(mark), ExpressionContext.Load);
    }

    private Match ParseCases(int start, Expression subject)
    {
        if (!TryTake(TokenKind.Indent))
        {
            ErrorHere(SyntaxErrorCodes.ExpectedBlock, "Expected an indented block of cases.");
            return new Match(start, _previousEnd, subject, []);
        }

        var mark = _stack.Mark;
        while (_token.Kind is not (TokenKind.Dedent or TokenKind.EndOfFile))
        {
            _errors.IsPanicking = false;
            var before = _taken;
            if (AtSoft("case"))
            {
                _stack.Push(ParseCase());
            }
            else
            {
                SkipStrayStatement();
            }

            if (_taken == before)
            {
                Advance();
            }
        }

        TryTake(TokenKind.Dedent);
        var cases = _stack.Pop<MatchCase>(mark);
        return new Match(start, cases.Length > 0 ? cases[^1].End : _previousEnd, subject, cases);
    }

    /// <summary>Only cases may stand in a <c>match</c>: anything else is read and dropped.</summary>
    private void SkipStrayStatement()
    {
        ErrorHere(SyntaxErrorCodes.Expected, "Expected 'case'.");
        var mark = _stack.Mark;
        ParseStatement();
        _stack.Drop(mark);
    }

    private MatchCase ParseCase()
    {
        var start = _clauseStart = _token.Start;
        _chain = 0;
        Advance();
        var pattern = ParseTopPattern();
        var guard = TryTake(TokenKind.If) ? ParseNamedExpression() : null;
        var body = ParseBlock(out var headerEnd);
        pattern = pattern.End > headerEnd ? new MatchAs(StartOf(pattern.Start), headerEnd, pattern: null, name: null) : pattern;
        guard = guard is null ? null : Cut(guard, headerEnd);
        return new MatchCase(start, EndOf(body, _previousEnd), pattern, guard, body);
    }
}
