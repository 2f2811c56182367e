using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Python.Dumping;

/// <summary>Offsets as CPython counts: lines from 1, columns in UTF-8 bytes from 0, a byte order mark not counted.</summary>
internal class Positions
{
    private readonly SourceText _text;
    private readonly bool _hasMark;

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
        var position = _text.GetPosition(offset, ColumnUnit.Utf8);
        var mark = _hasMark && position.Line == 0 ? 3 : 0;
        return new TextPosition(position.Line + 1, position.Column - mark);
    }
}
