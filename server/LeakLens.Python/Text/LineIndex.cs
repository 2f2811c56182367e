namespace LeakLens.Python.Text;

/// <summary>Where lines start. Line ends are LF, CRLF and CR, as in Python.</summary>
public sealed class LineIndex
{
    private readonly string _text;
    private readonly int[] _starts;

    internal LineIndex(string text)
    {
        _text = text;
        _starts = FindStarts(text);
    }

    public int Count => _starts.Length;

    /// <summary>Offset of the first character of a line.</summary>
    public int GetStart(int line) => _starts[line];

    /// <summary>Offset behind the last character of a line, its line end left out.</summary>
    public int GetEnd(int line)
    {
        var end = line + 1 < _starts.Length ? _starts[line + 1] : _text.Length;
        while (end > _starts[line] && _text[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return end;
    }

    public int GetLine(int offset)
    {
        var found = Array.BinarySearch(_starts, offset);
        return found >= 0 ? found : ~found - 1;
    }

    public TextPosition GetPosition(int offset, ColumnUnit unit)
    {
        offset = Math.Clamp(offset, 0, _text.Length);
        var line = GetLine(offset);
        return new TextPosition(line, Measure(_text.AsSpan(_starts[line], offset - _starts[line]), unit));
    }

    public int GetOffset(TextPosition position, ColumnUnit unit)
    {
        if (position.Line < 0)
        {
            return 0;
        }

        if (position.Line >= _starts.Length)
        {
            return _text.Length;
        }

        var start = _starts[position.Line];
        var line = _text.AsSpan(start, GetEnd(position.Line) - start);
        return start + Advance(line, position.Column, unit);
    }

    private static int Measure(ReadOnlySpan<char> text, ColumnUnit unit) => unit switch
    {
        ColumnUnit.Utf16 => text.Length,
        ColumnUnit.Utf8 => System.Text.Encoding.UTF8.GetByteCount(text),
        _ => CountCodePoints(text),
    };

    private static int CountCodePoints(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i += UnitsAt(text, i))
        {
            count++;
        }

        return count;
    }

    private static int Advance(ReadOnlySpan<char> line, int column, ColumnUnit unit)
    {
        var i = 0;
        for (var left = column; left > 0 && i < line.Length;)
        {
            var units = UnitsAt(line, i);
            var width = unit switch
            {
                ColumnUnit.Utf16 => units,
                ColumnUnit.Utf8 => System.Text.Encoding.UTF8.GetByteCount(line.Slice(i, units)),
                _ => 1,
            };
            if (width > left)
            {
                break;
            }

            left -= width;
            i += units;
        }

        return i;
    }

    private static int UnitsAt(ReadOnlySpan<char> text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;

    private static int[] FindStarts(string text)
    {
        var starts = new List<int>((text.Length / 32) + 1) { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            i = text.AsSpan(i).IndexOfAny('\n', '\r') is var at && at >= 0 ? i + at : text.Length;
            if (i >= text.Length)
            {
                break;
            }

            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                i++;
            }

            starts.Add(i + 1);
        }

        return starts.ToArray();
    }
}
