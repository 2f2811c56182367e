namespace LeakLens.Engine.Library;

/// <summary>Where the tokens of a JSON text begin, for whoever has to mend it: a reader only knows where they end.</summary>
public sealed class JsonPlaces
{
    private readonly string _text;
    private readonly List<int> _lineStarts = [0];

    public JsonPlaces(string text)
    {
        _text = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    /// <summary>Line and column, both 1-based, the column in code points, of the token that ends at a place.</summary>
    /// <param name="lineNumber">1-based, as the reader has it behind the token.</param>
    /// <param name="linePosition">As above: UTF-16 units of the line before the place.</param>
    /// <param name="isName">The token is the name of a property.</param>
    public (int Line, int Column) Of(int lineNumber, int linePosition, bool isName)
    {
        var line = Math.Clamp(lineNumber - 1, 0, _lineStarts.Count - 1);
        var start = _lineStarts[line];
        var at = Math.Min(_text.Length, start + linePosition) - 1;
        if (isName)
        {
            at--;
            while (at > start && char.IsWhiteSpace(_text[at]))
            {
                at--;
            }
        }

        if (at > start && _text[at] is '"' or '\'')
        {
            var quote = _text[at];
            for (at--; at > start && (_text[at] != quote || IsEscaped(at)); at--)
            {
            }
        }
        else
        {
            while (at > start && (char.IsLetterOrDigit(_text[at - 1]) || _text[at - 1] is '.' or '-' or '+' or '_'))
            {
                at--;
            }
        }

        return (line + 1, 1 + Runes(start, Math.Max(start, at)));
    }

    /// <summary>A place that the reader itself names.</summary>
    /// <param name="line">1-based; 0 before the first token.</param>
    /// <param name="characters">Of the line, before the place.</param>
    public (int Line, int Column) Behind(int line, int characters)
    {
        var start = _lineStarts[Math.Clamp(line - 1, 0, _lineStarts.Count - 1)];
        return (Math.Max(1, line), 1 + Runes(start, Math.Min(_text.Length, start + characters)));
    }

    /// <summary>Whether nothing stands behind a place that the reader itself names.</summary>
    /// <param name="line">As above.</param>
    /// <param name="characters">As above.</param>
    public bool IsEnd(int line, int characters) => _lineStarts[Math.Clamp(line - 1, 0, _lineStarts.Count - 1)] + characters >= _text.Length;

    private bool IsEscaped(int at)
    {
        var backslashes = 0;
        while (at - backslashes > 0 && _text[at - backslashes - 1] == '\\')
        {
            backslashes++;
        }

        return backslashes % 2 == 1;
    }

    private int Runes(int start, int end)
    {
        var count = 0;
        for (var i = start; i < end; i++)
        {
            count += char.IsLowSurrogate(_text[i]) ? 0 : 1;
        }

        return count;
    }
}
