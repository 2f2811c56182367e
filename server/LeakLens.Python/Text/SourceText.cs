namespace LeakLens.Python.Text;

/// <summary>An immutable text with its line index. Offsets are UTF-16 units.</summary>
public sealed class SourceText
{
    private SourceText(string text)
    {
        Text = text;
        Lines = new LineIndex(text);
    }

    public string Text { get; }

    public int Length => Text.Length;

    public LineIndex Lines { get; }

    public static SourceText From(string text) => new(text);

    public TextPosition GetPosition(int offset, ColumnUnit unit) => Lines.GetPosition(offset, unit);

    /// <summary>The offset of a position; a column behind the end of its line, or a line behind the last, gives the end.</summary>
    public int GetOffset(TextPosition position, ColumnUnit unit) => Lines.GetOffset(position, unit);

    public override string ToString() => Text;
}
