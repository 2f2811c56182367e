namespace LeakLens.Python.Literals;

/// <summary>Walks adjacent string literals, with the blanks, comments and line ends between them. The text was checked by the lexer.</summary>
internal ref struct LiteralScanner
{
    private readonly ReadOnlySpan<char> _text;
    private int _position;

    public LiteralScanner(ReadOnlySpan<char> text) => _text = text;

    public ReadOnlySpan<char> Content { get; private set; }

    /// <summary>Where the literal begins, its prefix included, and ends.</summary>
    public int Start { get; private set; }

    public readonly int End => _position;

    public bool IsRaw { get; private set; }

    public bool IsBytes { get; private set; }

    public readonly bool IsLast => _position >= _text.Length;

    public bool MoveNext()
    {
        SkipTrivia();
        if (_position >= _text.Length)
        {
            return false;
        }

        Start = _position;
        ReadPrefix();
        if (_position >= _text.Length)
        {
            return false;
        }

        var quote = _text[_position];
        var triple = Matches(_position, quote, 3);
        var size = triple ? 3 : 1;
        var start = _position + size;
        var end = FindEnd(start, quote, size);
        Content = _text[Math.Min(start, end)..end];
        _position = Math.Min(_text.Length, end + size);
        return true;
    }

    private void ReadPrefix()
    {
        IsRaw = IsBytes = false;
        while (_position < _text.Length && _text[_position] is not ('"' or '\''))
        {
            IsRaw |= (_text[_position] | 0x20) == 'r';
            IsBytes |= (_text[_position] | 0x20) == 'b';
            _position++;
        }
    }

    private readonly int FindEnd(int start, char quote, int size)
    {
        var i = start;
        while (i < _text.Length && !Matches(i, quote, size))
        {
            i += _text[i] == '\\' ? 2 : 1;
        }

        return Math.Min(i, _text.Length);
    }

    private readonly bool Matches(int at, char quote, int size) =>
        at + size <= _text.Length && _text[at] == quote && (size == 1 || (_text[at + 1] == quote && _text[at + 2] == quote));

    private void SkipTrivia()
    {
        while (_position < _text.Length && _text[_position] is ' ' or '\t' or '\f' or '\n' or '\r' or '\\' or '#')
        {
            if (_text[_position] != '#')
            {
                _position++;
                continue;
            }

            var end = _text[_position..].IndexOfAny('\n', '\r');
            _position = end < 0 ? _text.Length : _position + end;
        }
    }
}
