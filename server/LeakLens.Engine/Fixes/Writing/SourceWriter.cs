using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Fixes.Writing;

/// <summary>
/// Collects the edits of one fix, and keeps to how the text is written. What cannot be done cleanly, such as a line put between two
/// statements of one line, makes the whole fix impossible: then it has no edits.
/// </summary>
/// <remarks>New lines are given without line ends; each tab in front stands for one level of indentation.</remarks>
internal sealed class SourceWriter
{
    private readonly SyntaxTree _tree;
    private readonly CodeStyle _style;
    private readonly ImportWriter _imports;
    private readonly List<(TextEdit Edit, int Order)> _edits = [];
    private bool _isImpossible;

    public SourceWriter(SyntaxTree tree, CodeStyle style, RuleContext rules)
    {
        _tree = tree;
        _style = style;
        _imports = new ImportWriter(tree, style, rules);
    }

    private string Text => _tree.Text.Text;

    /// <summary>The fix, or nothing if it is impossible.</summary>
    public IEnumerable<Fix> Done(string title, Applicability applicability, string? review = null)
    {
        if (!_isImpossible && _edits.Count > 0)
        {
            yield return new Fix(title, applicability, Merge()) { Review = review };
        }
    }

    public SourceWriter Decline()
    {
        _isImpossible = true;
        return this;
    }

    public SourceWriter Replace(SyntaxNode node, string text, string? placeholder = null) => Replace(node.Span, text, placeholder);

    /// <param name="placeholder">A number in the text that somebody may want to choose.</param>
    public SourceWriter Replace(TextSpan span, string text, string? placeholder = null)
    {
        var at = placeholder is null ? -1 : text.LastIndexOf(placeholder, StringComparison.Ordinal);
        Add(new TextEdit(span, text.ReplaceLineEndings(_style.Newline)) { Placeholder = at >= 0 && placeholder is not null ? new TextSpan(at, placeholder.Length) : null });
        return this;
    }

    public SourceWriter Insert(int offset, string text, string? placeholder = null) => Replace(new TextSpan(offset, 0), text, placeholder);

    /// <summary>Lines of their own in front of a statement, its decorators, and the comments that belong to it.</summary>
    public SourceWriter InsertBefore(Statement statement, params ReadOnlySpan<string> lines)
    {
        if (_style.IndentOf(statement) is not { } indent)
        {
            return Decline();
        }

        return Insert(LeadOf(statement), string.Concat(Indented(lines, indent).Select(static line => line + "\n")));
    }

    /// <summary>Lines of their own behind a statement and the comment behind it.</summary>
    public SourceWriter InsertAfter(Statement statement, params ReadOnlySpan<string> lines)
    {
        if (_style.IndentOf(statement) is not { } indent || LineEndBehind(statement) is not { } end)
        {
            return Decline();
        }

        return Insert(end, string.Concat(Indented(lines, indent).Select(static line => "\n" + line)));
    }

    /// <summary>Takes a statement out, and its line with it; a comment behind it stays. A block that is left empty gets a <c>pass</c>.</summary>
    public SourceWriter Remove(Statement statement, ImmutableArray<Statement> block)
    {
        if (block.Length == 1)
        {
            return Replace(statement, "pass");
        }

        if (_style.IndentOf(statement) is null || LineEndBehind(statement) is not { } end)
        {
            return Decline();
        }

        var comment = Text.IndexOf('#', statement.End, end - statement.End);
        if (comment >= 0)
        {
            return Replace(TextSpan.FromBounds(statement.Start, comment), string.Empty);
        }

        var start = _style.LineStartOf(statement);
        var next = _tree.Text.Lines.GetLine(end) + 1;
        return Replace(next < _tree.Text.Lines.Count ? TextSpan.FromBounds(start, _tree.Text.Lines.GetStart(next)) : TextSpan.FromBounds(start, end), string.Empty);
    }

    /// <summary>Moves statements that follow each other one level deeper.</summary>
    public SourceWriter Indent(Statement first, Statement last)
    {
        if (_style.IndentOf(first) is null || LineEndBehind(last) is not { } end)
        {
            return Decline();
        }

        var lines = _tree.Text.Lines;
        var texts = LongTexts.Between(_tree.Root, first.Start, last.End);
        for (var line = lines.GetLine(LeadOf(first)); line <= lines.GetLine(end); line++)
        {
            var start = lines.GetStart(line);
            if (start < lines.GetEnd(line) && !texts.Any(text => text.Start < start && start < text.End))
            {
                Insert(start, _style.Unit);
            }
        }

        return this;
    }

    /// <summary>Makes a name of a module known, and says how to write it at a place; a name that cannot be used there makes the fix impossible.</summary>
    public string Import(string module, string name, SyntaxNode place)
    {
        if (_imports.Import(module, name, place, out var edit) is not { } written)
        {
            Decline();
            return name;
        }

        if (edit is not null && !_edits.Exists(one => one.Edit == edit))
        {
            JoinBlock(edit);
            Add(edit);
        }

        return written;
    }

    /// <summary>Two imports that begin a block of their own in the same place begin one together: no blank line between them.</summary>
    private void JoinBlock(TextEdit import)
    {
        var blank = _style.Newline + _style.Newline;
        var index = _edits.FindIndex(one => one.Edit.Span == import.Span && one.Edit.NewText.EndsWith(blank, StringComparison.Ordinal) && import.NewText.EndsWith(blank, StringComparison.Ordinal));
        if (index >= 0)
        {
            var (before, order) = _edits[index];
            _edits[index] = (before with { NewText = before.NewText[..^_style.Newline.Length] }, order);
        }
    }

    /// <summary>The start of the first of the comment lines right above a statement, or of its own line.</summary>
    private int LeadOf(Statement statement)
    {
        var start = _style.LineStartOf(statement);
        for (var line = _tree.Text.Lines.GetLine(start) - 1; line >= 0; line--)
        {
            var above = Text.AsSpan(_tree.Text.Lines.GetStart(line), _tree.Text.Lines.GetEnd(line) - _tree.Text.Lines.GetStart(line)).TrimStart(" \t");
            if (!above.StartsWith("#") || _tree.GetComments(TextSpan.FromBounds(_tree.Text.Lines.GetStart(line), _tree.Text.Lines.GetEnd(line))).IsEmpty)
            {
                break;
            }

            start = _tree.Text.Lines.GetStart(line);
        }

        return start;
    }

    /// <summary>The end of the line in which a statement ends; null when another statement follows in it.</summary>
    private int? LineEndBehind(SyntaxNode statement)
    {
        var end = _tree.Text.Lines.GetEnd(_tree.Text.Lines.GetLine(statement.End));
        foreach (var unit in Text.AsSpan(statement.End, end - statement.End))
        {
            if (unit is '#')
            {
                break;
            }

            if (unit is not (' ' or '\t' or '\f'))
            {
                return null;
            }
        }

        return end;
    }

    private List<string> Indented(ReadOnlySpan<string> lines, string indent)
    {
        var all = new List<string>();
        foreach (var line in lines)
        {
            var content = line.TrimStart('\t');
            all.Add(content.Length == 0 ? string.Empty : indent + string.Concat(Enumerable.Repeat(_style.Unit, line.Length - content.Length)) + content);
        }

        return all;
    }

    private void Add(TextEdit edit) => _edits.Add((edit, _edits.Count));

    /// <summary>In the order of the text; what is put into one place becomes one edit, in the order in which it was asked for.</summary>
    private ImmutableArray<TextEdit> Merge()
    {
        var merged = ImmutableArray.CreateBuilder<TextEdit>();
        foreach (var (edit, _) in _edits.OrderBy(static one => one.Edit.Span.Start).ThenBy(static one => one.Edit.Span.Length > 0).ThenBy(static one => one.Order))
        {
            if (merged.Count > 0 && merged[^1] is var before && before.Span.End == edit.Span.Start && before.Span.Start == before.Span.End)
            {
                var placeholder = before.Placeholder ?? (edit.Placeholder is { } own ? new TextSpan(own.Start + before.NewText.Length, own.Length) : null);
                merged[^1] = new TextEdit(TextSpan.FromBounds(before.Span.Start, edit.Span.End), before.NewText + edit.NewText) { Placeholder = placeholder };
                continue;
            }

            merged.Add(edit);
        }

        return merged.ToImmutable();
    }
}
