using System.Text;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Python.Dumping;

/// <summary>Offsets as CPython counts: lines from 1, columns in UTF-8 bytes from 0, a byte order mark not counted.</summary>
internal class Positions
{
    private readonly SourceText _text;
    private readonly bool _hasMark;
    private int _line = -1;
    private int _offset;
    private int _column;

    public Positions(SourceText text)
    {
        _text = text;
        _hasMark = text.Text.StartsWith('\uFEFF');
    }

    protected string Text => _text.Text;

    /// <summary>Where CPython has a node begin and end, which may stand in a string with fields.</summary>
    public virtual (TextPosition Start, TextPosition End) Locate(SyntaxNode node, StringPart part) => (Locate(node.Start), Locate(node.End));

    protected TextPosition Locate(int offset)
    {
        var line = IsIn(_line, offset) ? _line : _text.Lines.GetLine(offset);
        // Measured from the place before, which is near: from the line's start, a file of one long line would take quadratic time.
        if (line != _line)
        {
            (_line, _offset, _column) = (line, _text.Lines.GetStart(line), _hasMark && line == 0 ? -3 : 0);
        }

        _column += offset >= _offset
            ? Encoding.UTF8.GetByteCount(Text.AsSpan(_offset, offset - _offset))
            : -Encoding.UTF8.GetByteCount(Text.AsSpan(offset, _offset - offset));
        _offset = offset;
        return new TextPosition(line + 1, _column);
    }

    private bool IsIn(int line, int offset) =>
        line >= 0 && offset >= _text.Lines.GetStart(line) && (line + 1 == _text.Lines.Count || offset < _text.Lines.GetStart(line + 1));
}
