using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Suppressions;

/// <summary>Takes a suppression out of a text, or some of its names, and leaves nothing behind that was only there for it.</summary>
internal sealed class SuppressionRemoval
{
    private readonly SourceText _text;

    public SuppressionRemoval(SourceText text)
    {
        _text = text;
    }

    /// <param name="names">Indices of the names to take out; all or none is the whole request.</param>
    public ImmutableArray<TextEdit> Remove(SuppressionComment comment, IReadOnlyCollection<int> names)
    {
        if (names.Count == 0 || names.Count == comment.Names.Length)
        {
            return [new TextEdit(WholeOf(comment), "")];
        }

        return [.. RunsOf(names).Select(run => new TextEdit(SpanOf(comment, run.First, run.Last), ""))];
    }

    /// <summary>Names side by side, so that edits do not touch each other.</summary>
    private static IEnumerable<(int First, int Last)> RunsOf(IEnumerable<int> names)
    {
        (int First, int Last)? run = null;
        foreach (var name in names.Order())
        {
            if (run is { } open && open.Last + 1 == name)
            {
                run = (open.First, name);
                continue;
            }

            if (run is { } done)
            {
                yield return done;
            }

            run = (name, name);
        }

        if (run is { } last)
        {
            yield return last;
        }
    }

    /// <summary>With the comma behind, or, of the last names, the one in front.</summary>
    private static TextSpan SpanOf(SuppressionComment comment, int first, int last)
    {
        var names = comment.Names;
        return last + 1 < names.Length
            ? TextSpan.FromBounds(names[first].Span.Start, names[last + 1].Span.Start)
            : TextSpan.FromBounds(names[first - 1].Span.End, names[last].Span.End);
    }

    private TextSpan WholeOf(SuppressionComment comment)
    {
        var line = _text.Lines.GetLine(comment.Span.Start);
        var (lineStart, lineEnd) = (_text.Lines.GetStart(line), _text.Lines.GetEnd(line));
        var (start, end) = (SkipBlanksBack(comment.Span.Start, lineStart), SkipBlanks(comment.Span.End, lineEnd));
        if (end < lineEnd)
        {
            // Another part of the comment follows, and takes this one's place.
            return TextSpan.FromBounds(comment.Span.Start, end);
        }

        return start > lineStart ? TextSpan.FromBounds(start, lineEnd) : WholeLine(line);
    }

    /// <summary>With its line end; of the last line, the line end in front.</summary>
    private TextSpan WholeLine(int line)
    {
        if (line + 1 < _text.Lines.Count)
        {
            return TextSpan.FromBounds(_text.Lines.GetStart(line), _text.Lines.GetStart(line + 1));
        }

        var start = line > 0 ? _text.Lines.GetEnd(line - 1) : 0;
        return TextSpan.FromBounds(start, _text.Length);
    }

    private int SkipBlanks(int offset, int end)
    {
        while (offset < end && _text.Text[offset] is ' ' or '\t')
        {
            offset++;
        }

        return offset;
    }

    private int SkipBlanksBack(int offset, int start)
    {
        while (offset > start && _text.Text[offset - 1] is ' ' or '\t')
        {
            offset--;
        }

        return offset;
    }
}
