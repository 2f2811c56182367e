using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Suppressions;

/// <summary>Which lines a statement takes up, and which of them are its header.</summary>
internal sealed class StatementLines : SyntaxVisitor
{
    private readonly SourceText _text;
    private readonly List<(int Start, int End)> _statements = [];

    private StatementLines(SourceText text) => _text = text;

    public static StatementLines Of(SyntaxTree tree)
    {
        var lines = new StatementLines(tree.Text);
        lines.Visit(tree.Root);
        return lines;
    }

    /// <summary>The end of the largest statement that begins on a line; null where none does.</summary>
    public int? FindEnd(int line)
    {
        int? end = null;
        for (var i = IndexBehind(_text.Lines.GetStart(line) - 1); i < _statements.Count && LineOf(_statements[i].Start) == line; i++)
        {
            end = Math.Max(end ?? 0, _statements[i].End);
        }

        return end;
    }

    /// <summary>Whether a comment at the end of a line is about what stands in a span: on a line of it, or on the last line of its statement or header.</summary>
    public bool IsAbout(int commentLine, TextSpan span)
    {
        var first = LineOf(span.Start);
        if (commentLine < first)
        {
            return false;
        }

        var last = LineOf(Math.Max(span.Start, span.End - 1));
        var (_, end) = HeaderAround(span.Start);
        return commentLine <= Math.Min(last, end) || commentLine == end;
    }

    protected override void DefaultVisit(SyntaxNode node)
    {
        if (node is Expression or Pattern)
        {
            return;
        }

        if (node is Statement)
        {
            _statements.Add((StartOf(node), node.End));
        }

        node.VisitChildren(this);
    }

    /// <summary>First and last line of the innermost statement, up to the statements inside it.</summary>
    private (int First, int Last) HeaderAround(int offset)
    {
        var i = IndexBehind(offset) - 1;
        while (i >= 0 && _statements[i].End < offset)
        {
            i--;
        }

        if (i < 0)
        {
            return (LineOf(offset), LineOf(offset));
        }

        var (start, end) = _statements[i];
        var isCompound = i + 1 < _statements.Count && _statements[i + 1].Start < end;
        return (LineOf(start), isCompound ? LastLineBefore(_statements[i + 1].Start, start) : LineOf(end - 1));
    }

    private int LastLineBefore(int body, int start)
    {
        var first = LineOf(start);
        var line = LineOf(body) > first ? LineOf(body) - 1 : first;
        while (line > first && IsBlankOrComment(line))
        {
            line--;
        }

        return line;
    }

    private bool IsBlankOrComment(int line)
    {
        var start = _text.Lines.GetStart(line);
        var written = _text.Text.AsSpan(start, _text.Lines.GetEnd(line) - start).TrimStart();
        return written.IsEmpty || written[0] == '#';
    }

    /// <summary>Index of the first statement that begins behind a place.</summary>
    private int IndexBehind(int offset)
    {
        var (low, high) = (0, _statements.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _statements[middle].Start <= offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private int LineOf(int offset) => _text.Lines.GetLine(offset);

    private static int StartOf(SyntaxNode node) => node switch
    {
        FunctionDef { Decorators: [var first, ..] } => Math.Min(first.Start, node.Start),
        ClassDef { Decorators: [var first, ..] } => Math.Min(first.Start, node.Start),
        _ => node.Start,
    };
}
