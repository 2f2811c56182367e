using System.Collections.Immutable;
using LeakLens.Python.Lexing;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Parsing;

/// <summary>The blocks of statements, and what is done about a header that cannot be read to its colon.</summary>
internal sealed partial class Parser
{
    /// <summary>
    /// An indented block, or simple statements behind the colon. Where the header's brackets had begun to swallow the block,
    /// <paramref name="headerEnd"/> is where it ends, and what was read of it behind that place does not count.
    /// </summary>
    private ImmutableArray<Statement> ParseBlock(out int headerEnd)
    {
        if (!TryEndHeader(out headerEnd))
        {
            return [];
        }

        var mark = _stack.Mark;
        if (!At(TokenKind.NewLine))
        {
            ParseSimpleLine();
            return _stack.Pop<Statement>(mark);
        }

        Advance();
        if (!At(TokenKind.Indent))
        {
            ErrorHere(SyntaxErrorCodes.ExpectedBlock, "Expected an indented block.");
            return [];
        }

        Advance();
        ParseStatements(TokenKind.Dedent);
        TryTake(TokenKind.Dedent);
        return _stack.Pop<Statement>(mark);
    }

    /// <summary>Takes the colon; false when the block could not be found and reading goes on behind it.</summary>
    private bool TryEndHeader(out int headerEnd)
    {
        headerEnd = int.MaxValue;
        if (_lexer.Brackets == 0 && TryTake(TokenKind.Colon))
        {
            return true;
        }

        ErrorHere(SyntaxErrorCodes.Expected, "Expected ':'.");
        if (_lexer.Brackets == 0)
        {
            SkipHeader();
            return _restart < 0;
        }

        if (TrySkipToColon())
        {
            Advance();
            return true;
        }

        if (!_lexer.TryRestartInside(_clauseStart, _token.Start))
        {
            Resynchronize(_clauseStart);
            return false;
        }

        headerEnd = _previousEnd = _lexer.Position;
        _taken++;
        _lexer.Next(ref _token);
        return true;
    }

    /// <summary>Whether the brackets that are open close before a colon, and that before anything that looks like a statement.</summary>
    private bool TrySkipToColon()
    {
        var checkpoint = Save();
        var limit = _lexer.FindStatementAfter(_clauseStart, _clauseStart);
        while (_token.Start < limit && _token.Kind is not (TokenKind.EndOfFile or TokenKind.NewLine) && _lexer.TrySpend(_token.End - _previousEnd))
        {
            if (At(TokenKind.Colon) && _lexer.Brackets == 0)
            {
                return true;
            }

            SkipToken();
        }

        Restore(checkpoint);
        return false;
    }

    /// <summary>What is left of a header that could not be read, its colon included if one ends it.</summary>
    private void SkipHeader()
    {
        while (_token.Kind is not (TokenKind.NewLine or TokenKind.EndOfFile))
        {
            if (TryTake(TokenKind.Colon) && At(TokenKind.NewLine))
            {
                return;
            }

            if (_token.Kind is not (TokenKind.NewLine or TokenKind.EndOfFile))
            {
                SkipToken();
            }
        }

        if (_lexer.Brackets > 0)
        {
            Resynchronize(_clauseStart);
        }
    }

    /// <summary>What a header holds only up to its end.</summary>
    private static Expression Cut(Expression expression, int headerEnd) =>
        expression.End <= headerEnd ? expression : new InvalidExpression(Math.Min(expression.Start, headerEnd), headerEnd);
}
