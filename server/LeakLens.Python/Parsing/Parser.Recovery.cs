using LeakLens.Python.Lexing;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Parsing;

/// <summary>Errors, limits, and finding the next statement when one could not be read.</summary>
internal sealed partial class Parser
{
    private int _depth;

    /// <summary>
    /// How much deeper than the parser's own recursion the tree below the last operand is: loops build left-nested chains. Reset by
    /// whoever begins a subtree, raised to the maximum of its parts.
    /// </summary>
    private int _chain;

    /// <summary>Where the statement, or the clause of one, that is being read begins: its line's indentation bounds what an open bracket may swallow.</summary>
    private int _clauseStart;

    /// <summary>Where reading began anew inside the statement that is being read; -1 when it did not.</summary>
    private int _restart = -1;

    /// <summary>The end of the last line's last token.</summary>
    private int _lineEnd;

    /// <summary>The start of a node that may be empty because what it should hold is missing.</summary>
    private int StartOf(int start) => Math.Min(start, _previousEnd);

    private void ErrorHere(string code, string message) => _errors.Add(code, _token.Start, _token.End, message);

    private void ErrorAt(string code, SyntaxNode node, string message) => _errors.Add(code, node.Start, node.End, message);

    /// <summary>One level deeper; false, after an error and with the rest of the line skipped, when the limit is reached.</summary>
    private bool TryDescend()
    {
        if (_depth + _chain < SyntaxLimits.MaxDepth && _lexer.Brackets <= SyntaxLimits.MaxBrackets)
        {
            _depth++;
            return true;
        }

        FailTooDeep();
        return false;
    }

    /// <summary>One more link of a left-nested chain; false when the tree gets too deep.</summary>
    private bool TryExtendChain()
    {
        if (++_chain + _depth < SyntaxLimits.MaxDepth)
        {
            return true;
        }

        FailTooDeep();
        return false;
    }

    private void FailTooDeep()
    {
        ErrorHere(SyntaxErrorCodes.TooDeep, "This is nested too deeply.");
        SkipToLineEnd();
        _chain = 0;
    }

    /// <summary>Takes tokens up to the end of the logical line.</summary>
    private void SkipToLineEnd()
    {
        while (_token.Kind is not (TokenKind.NewLine or TokenKind.EndOfFile))
        {
            SkipToken();
        }
    }

    /// <summary>One token, a string with fields whole: what stands between its quotes is no code.</summary>
    private void SkipToken()
    {
        if (At(TokenKind.FormatStart))
        {
            TokenReader.SkipString(_text, _lexer, _token);
            _token.End = _lexer.Position;
        }

        Advance();
    }

    /// <summary>
    /// Takes the end of a simple statement. If something else stands there, the statement is given up: the next one begins at the
    /// next line, or, when a bracket was left open, at the first line that is not indented deeper than the statement.
    /// </summary>
    private void EndStatement(int start)
    {
        _lineEnd = _previousEnd;
        // At the end of the text a line ends even with brackets open.
        if (_lexer.Brackets == 0 && (TryTake(TokenKind.NewLine) || At(TokenKind.EndOfFile)))
        {
            return;
        }

        ErrorHere(SyntaxErrorCodes.InvalidSyntax, "Invalid syntax.");
        Resynchronize(start);
        TryTake(TokenKind.NewLine);
    }

    /// <summary>
    /// After reading began anew inside a statement: what reached behind that place is read twice, so that the statements from the mark
    /// on that did are dropped.
    /// </summary>
    private void DropOverlapping(int mark)
    {
        for (var i = mark; i < _stack.Mark; i++)
        {
            if (_stack[i] is Statement statement && statement.End >= _restart)
            {
                _stack[i] = new InvalidStatement(statement.Start, Math.Max(statement.Start, _restart));
            }
        }

        _restart = -1;
    }

    private void Resynchronize(int start)
    {
        var from = start;
        if (_lexer.Brackets == 0)
        {
            from = SkipClosedBrackets(start);
        }

        if (_lexer.TryRestartAfter(start, from, _token.Start))
        {
            _restart = _lexer.Position;
            _previousEnd = Math.Min(_previousEnd, _restart);
            _lineEnd = Math.Min(_lineEnd, _restart);
            _taken++;
            _lexer.Next(ref _token);
            return;
        }

        SkipToLineEnd();
    }

    /// <summary>
    /// Takes the rest of the line, brackets that are closed in it or behind it included. Gives the place of a bracket that stays open, at
    /// which the parser then stands, or else the end of the line.
    /// </summary>
    private int SkipClosedBrackets(int start)
    {
        var from = _token.Start;
        var limit = int.MaxValue;
        while (_token.Kind is not (TokenKind.NewLine or TokenKind.EndOfFile) && _token.Start < limit)
        {
            if (_lexer.Brackets > 0 && limit == int.MaxValue)
            {
                from = _token.Start;
                limit = _lexer.FindStatementAfter(start, from);
            }

            SkipToken();
        }

        return from;
    }
}
