using System.Text;
using LeakLens.Python.Text;

namespace LeakLens.Workspace.Reports;

/// <summary>One line of source as a terminal shows it: tabs opened, unsafe characters replaced, a very long line cut to a window.</summary>
public sealed class SnippetLine
{
    private const int TabWidth = 4;
    private const int LongLine = 160;
    private const int WindowBeforeFocus = 40;
    private const string Cut = "...";

    private readonly int _start;

    /// <summary>The cell at which each shown UTF-16 unit begins, and one more for the end.</summary>
    private readonly int[] _cells;

    private SnippetLine(int start, string text, int[] cells)
    {
        _start = start;
        Text = text;
        _cells = cells;
    }

    public string Text { get; }

    /// <param name="focus">The offset that must be seen.</param>
    public static SnippetLine Render(SourceText source, int line, int focus)
    {
        var start = source.Lines.GetStart(line);
        var end = source.Lines.GetEnd(line);
        var from = start;
        var to = end;
        if (end - start > LongLine)
        {
            from = AvoidSurrogate(source.Text, Math.Max(start, Math.Min(focus - WindowBeforeFocus, end - LongLine)));
            to = AvoidSurrogate(source.Text, Math.Min(end, from + LongLine));
        }

        var text = new StringBuilder(from > start ? Cut : "");
        var cells = new int[to - from + 1];
        Fill(source.Text.AsSpan(from, to - from), text, cells);
        return new SnippetLine(from, text.Append(to < end ? Cut : "").ToString(), cells);
    }

    /// <summary>Whether what stands at an offset is shown.</summary>
    public bool Covers(int offset) => offset >= _start && offset < _start + _cells.Length - 1;

    /// <summary>First cell and number of cells of the part of a span that is shown; at least one cell.</summary>
    public (int Start, int Length) Locate(TextSpan span)
    {
        var first = _cells[Math.Clamp(span.Start - _start, 0, _cells.Length - 1)];
        var last = _cells[Math.Clamp(span.End - _start, 0, _cells.Length - 1)];
        return (first, Math.Max(1, last - first));
    }

    private static void Fill(ReadOnlySpan<char> source, StringBuilder text, int[] cells)
    {
        var cell = text.Length;
        var i = 0;
        foreach (var rune in source.EnumerateRunes())
        {
            cells[i] = cell;
            if (rune.Utf16SequenceLength == 2)
            {
                cells[i + 1] = cell;
            }

            i += rune.Utf16SequenceLength;
            cell += Append(rune, cell, text);
        }

        cells[i] = cell;
    }

    private static int Append(Rune rune, int cell, StringBuilder text)
    {
        if (rune.Value == '\t')
        {
            var spaces = TabWidth - (cell % TabWidth);
            text.Append(' ', spaces);
            return spaces;
        }

        text.Append(DisplayWidth.IsUnsafe(rune) ? DisplayWidth.Replacement.ToString() : rune.ToString());
        return DisplayWidth.Of(rune);
    }

    private static int AvoidSurrogate(string text, int offset) =>
        offset > 0 && offset < text.Length && char.IsLowSurrogate(text[offset]) ? offset - 1 : offset;
}
