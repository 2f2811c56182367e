namespace LeakLens.Python.Lexing;

/// <summary>Beginning anew inside a statement whose brackets do not close.</summary>
internal sealed partial class Lexer
{
    /// <summary>How much text may be read twice; more would make hostile files quadratic.</summary>
    private long _rereadBudget = 1 << 20;

    /// <summary>Whether so much text may still be read twice.</summary>
    public bool TrySpend(int length) => (_rereadBudget -= Math.Max(0, length)) > 0;

    /// <summary>
    /// The first line behind <paramref name="from"/> that is indented no deeper than the line of the statement at <paramref name="start"/>:
    /// there the user began something else. Lines inside strings do not count, which is why tokens are read from there.
    /// </summary>
    public int FindStatementAfter(int start, int from)
    {
        var indent = start - FindLineStart(start);
        var next = FindNextLine(from);
        var reader = new TokenReader(_text, _names, from);
        while (reader.TryRead(out var token) && TrySpend(token.Span.Length))
        {
            // The text of a string with fields, and the brace that begins a field in it.
            var isText = token.Kind is TokenKind.FormatMiddle or TokenKind.FormatEnd || (token.Kind == TokenKind.OpenBrace && reader.IsInTripleQuotes);
            if (token.Span.Start < next || isText)
            {
                continue;
            }

            var line = FindLineStart(token.Span.Start);
            if (_text.AsSpan(line, token.Span.Start - line).Trim(" \t").IsEmpty && BeginsStatement(line, indent))
            {
                return line;
            }

            next = FindNextLine(token.Span.Start);
        }

        return _text.Length;
    }

    /// <summary>With brackets open, puts the position at the next statement; false when there is none.</summary>
    public bool TryRestartAfter(int start, int from, int errorAt)
    {
        if (_brackets == 0 || _rereadBudget <= 0)
        {
            return false;
        }

        var line = FindStatementAfter(start, from);
        _brackets = 0;
        _position = line;
        if (line == _text.Length)
        {
            return false;
        }

        _rereadBudget -= Math.Max(0, errorAt - line);
        _atLineStart = true;
        _lineHasToken = false;
        return true;
    }

    /// <summary>
    /// With brackets open in a header, puts the position at the end of the header's line if an indented line follows: that is its body.
    /// </summary>
    public bool TryRestartInside(int start, int errorAt)
    {
        var line = FindNextLine(start);
        if (_brackets == 0 || _rereadBudget <= 0 || line >= _text.Length || BeginsStatement(line, start - FindLineStart(start)))
        {
            return false;
        }

        _rereadBudget -= Math.Max(0, errorAt - line);
        _position = line - 1;
        _brackets = 0;
        _atLineStart = false;
        _lineHasToken = true;
        return true;
    }

    /// <summary>The parser reads on from here: a colon that begins a format specification may have been read as part of a longer token.</summary>
    public void MoveTo(int position) => _position = position;

    /// <summary>Gives up a string whose field cannot be read: what is left of its line belongs to it.</summary>
    public void AbandonString(int from)
    {
        var rest = _text.AsSpan(from).IndexOfAny('\n', '\r');
        _position = rest < 0 ? _text.Length : from + rest;
        _brackets = Math.Max(0, _brackets - 1);
    }

    /// <summary>Whether the line below that of the offset is indented deeper and begins a <c>case</c>.</summary>
    public bool IsCaseBehindLine(int offset)
    {
        var line = FindNextLine(offset);
        var rest = _text.AsSpan(line).TrimStart(" \t");
        return rest is ['c', 'a', 's', 'e', ' ' or '(' or '[' or '{' or '"' or '\'' or '-', ..] && !BeginsStatement(line, offset - FindLineStart(offset));
    }

    private bool BeginsStatement(int line, int indent)
    {
        var i = line;
        while (CharAt(i) is ' ' or '\t')
        {
            i++;
        }

        return i - line <= indent && i < _text.Length && _text[i] is not (')' or ']' or '}' or '#' or '\n' or '\r' or '\f' or '\\');
    }

    private int FindLineStart(int offset) => _text.AsSpan(0, offset).LastIndexOfAny('\n', '\r') + 1;

    private int FindNextLine(int offset)
    {
        var found = _text.AsSpan(offset).IndexOfAny('\n', '\r');
        if (found < 0)
        {
            return _text.Length;
        }

        var end = offset + found;
        return _text[end] == '\r' && CharAt(end + 1) == '\n' ? end + 2 : end + 1;
    }
}
