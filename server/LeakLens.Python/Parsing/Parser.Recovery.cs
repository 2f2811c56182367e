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

    /// <summary>The end of the last line's last token.</summary>
    private int _lineEnd;

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
            Advance();
        }
    }

    /// <summary>
    /// Takes the end of a simple statement. If something else stands there, the statement is given up: the next one begins at the
    /// next line, or, when a bracket was left open, at the first line that is not indented deeper than the statement.
    /// </summary>
    private void EndStatement(int start)
    {
        _lineEnd = _previousEnd;
        if (TryTake(TokenKind.NewLine) || At(TokenKind.EndOfFile))
        {
            return;
        }

        ErrorHere(SyntaxErrorCodes.InvalidSyntax, "Invalid syntax.");
        Resynchronize(start);
        TryTake(TokenKind.NewLine);
    }

    private void Resynchronize(int start)
    {
        if (_lexer.TryRestartAfter(start, _token.Start))
        {
            _taken++;
            _lexer.Next(ref _token);
            return;
        }

        SkipToLineEnd();
    }
}
