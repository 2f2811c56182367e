namespace LeakLens.Python.Lexing;

/// <summary>Beginning anew inside a statement whose brackets do not close.</summary>
internal sealed partial class Lexer
{
    /// <summary>How much text may be read twice; more would make hostile files quadratic.</summary>
    private long _rereadBudget = 1 << 20;

    /// <summary>
    /// With brackets open, puts the position at the first line behind <paramref name="start"/> that is indented no deeper than the
    /// line of that statement: there the user began something else.
    /// </summary>
    public bool TryRestartAfter(int start, int errorAt)
    {
        if (_brackets == 0 || _rereadBudget <= 0)
        {
            return false;
        }

        var indent = start - FindLineStart(start);
        for (var line = FindNextLine(start); line < _text.Length; line = FindNextLine(line))
        {
            if (!BeginsStatement(line, indent))
            {
                continue;
            }

            _rereadBudget -= Math.Max(0, errorAt - line);
            _position = line;
            _brackets = 0;
            _atLineStart = true;
            _lineHasToken = false;
            return true;
        }

        _position = _text.Length;
        _brackets = 0;
        return false;
    }

    /// <summary>
    /// With brackets open in a header, puts the position at the end of the header's line if an indented line follows: that is its body.
    /// </summary>
    public bool TryRestartInside(int start, int errorAt)
    {
        var line = FindNextLine(start);
        if (_brackets == 0 || _rereadBudget <= 0 || line >= _text.Length || errorAt < line || BeginsStatement(line, start - FindLineStart(start)))
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
