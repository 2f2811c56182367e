using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.Documents;

/// <summary>A text taken apart into lines, each with its end: an edit touches its own lines, not the whole text.</summary>
internal sealed class LineBuffer
{
    private readonly List<string> _lines;

    public LineBuffer(SourceText text) => _lines = Split(text);

    public void Replace(Protocol.Range range, string inserted, ColumnUnit unit)
    {
        var (startLine, startColumn) = Find(range.Start, unit);
        var (endLine, endColumn) = Find(range.End, unit);
        if (endLine < startLine || (endLine == startLine && endColumn < startColumn))
        {
            (endLine, endColumn) = (startLine, startColumn);
        }

        var text = string.Concat(_lines[startLine].AsSpan(0, startColumn), inserted, _lines[endLine].AsSpan(endColumn));

        // A line feed behind a carriage return is the other half of one line end.
        if (startLine > 0 && text.StartsWith('\n') && _lines[startLine - 1].EndsWith('\r'))
        {
            startLine--;
            text = _lines[startLine] + text;
        }

        Put(startLine, endLine - startLine + 1, text);
    }

    public override string ToString() => string.Concat(_lines);

    /// <summary>Line and offset in it; what lies outside is moved to the nearest place.</summary>
    private (int Line, int Offset) Find(Position position, ColumnUnit unit)
    {
        if (position.Line < 0)
        {
            return (0, 0);
        }

        return position.Line < _lines.Count
            ? (position.Line, SourceText.From(_lines[position.Line]).GetOffset(new TextPosition(0, position.Character), unit))
            : (_lines.Count - 1, _lines[^1].Length);
    }

    private void Put(int at, int count, string text)
    {
        var lines = Split(SourceText.From(text));
        if (at + count < _lines.Count)
        {
            // Only the last line of a whole text has no end; this one is behind the end of the line before.
            lines.RemoveAt(lines.Count - 1);
        }

        if (lines.Count == count)
        {
            for (var i = 0; i < count; i++)
            {
                _lines[at + i] = lines[i];
            }

            return;
        }

        _lines.RemoveRange(at, count);
        _lines.InsertRange(at, lines);
    }

    private static List<string> Split(SourceText text)
    {
        var index = text.Lines;
        var lines = new List<string>(index.Count);
        for (var i = 0; i < index.Count; i++)
        {
            var start = index.GetStart(i);
            lines.Add(text.Text[start..(i + 1 < index.Count ? index.GetStart(i + 1) : text.Length)]);
        }

        return lines;
    }
}
