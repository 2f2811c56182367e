using System.Collections.Immutable;
using LeakLens.Deployment.Yaml;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Edits;

/// <summary>Makes edits of a text that keep its comments, its indentation and its line ends. What cannot be done cleanly is declined.</summary>
internal sealed class YamlWriter(SourceText text)
{
    private readonly string _lineEnd = text.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>A fix of one edit that wants to be looked at.</summary>
    public static Fix? Unsafe(string kind, string title, string review, TextEdit? edit) =>
        edit is null ? null : new Fix(title, Applicability.Unsafe, [edit]) { Kind = kind, Review = review };

    public static Fix? Unsafe(string kind, string title, string review, ImmutableArray<TextEdit> edits) =>
        edits.IsDefaultOrEmpty ? null : new Fix(title, Applicability.Unsafe, [.. edits.OrderBy(static edit => edit.Span.Start)]) { Kind = kind, Review = review };

    /// <summary>Another value in the place of a scalar, within the quotes that it has.</summary>
    public TextEdit Replace(TextSpan span, string value)
    {
        var isQuoted = span.Length >= 2 && text.Text[span.Start] is '"' or '\'' && text.Text[span.End - 1] == text.Text[span.Start];
        return new TextEdit(isQuoted ? TextSpan.FromBounds(span.Start + 1, span.End - 1) : span, value);
    }

    /// <summary>Lines of a new entry, behind the first entry of a mapping that ends on the line that it begins on.</summary>
    /// <param name="lines">Indented as if the mapping stood at the line's start.</param>
    public TextEdit? AddEntry(YamlMapping mapping, params ReadOnlySpan<string> lines)
    {
        if (mapping.IsFlow || mapping.Entries.FirstOrDefault(IsOneLine) is not { } after)
        {
            return null;
        }

        var end = text.Lines.GetEnd(LineOf(after.Value.Span.Start));
        return new TextEdit(new TextSpan(end, 0), _lineEnd + Join(lines, ColumnOf(mapping.Entries[0].Key)));
    }

    /// <summary>A new first entry.</summary>
    public TextEdit? AddFirst(YamlMapping mapping, string entry)
    {
        if (mapping.Entries.Count == 0)
        {
            return mapping.IsFlow && mapping.Span.Length >= 2 ? new TextEdit(mapping.Span, $"{{ {entry} }}") : null;
        }

        var at = new TextSpan(mapping.Entries[0].Key.Span.Start, 0);
        return new TextEdit(at, mapping.IsFlow ? $"{entry}, " : $"{entry}{_lineEnd}{new string(' ', ColumnOf(mapping.Entries[0].Key))}");
    }

    /// <summary>A block below a key whose value is nothing, or empty braces.</summary>
    public TextEdit? SetBlock(YamlEntry entry, params ReadOnlySpan<string> lines)
    {
        var isEmpty = entry.Value is YamlScalar { IsNull: true } or YamlMapping { Entries.Count: 0 };
        var end = entry.Value.Span is { Length: > 0 } written ? written.End : entry.Key.Span.End + 1;
        if (!isEmpty || end > text.Length || LineOf(entry.Key.Span.Start) != LineOf(end - 1))
        {
            return null;
        }

        return new TextEdit(TextSpan.FromBounds(entry.Key.Span.End + 1, end), _lineEnd + Join(lines, ColumnOf(entry.Key) + 2));
    }

    /// <summary>Takes out the lines of an entry of a block mapping; null where others would go with it.</summary>
    public TextEdit? Remove(YamlMapping mapping, YamlEntry entry)
    {
        var line = LineOf(entry.Key.Span.Start);
        var isAlone = text.Text.AsSpan(text.Lines.GetStart(line), entry.Key.Span.Start - text.Lines.GetStart(line)).Trim().IsEmpty;
        return mapping.IsFlow || mapping.Entries.Count < 2 || !isAlone || !IsOneLine(entry) ? null : RemoveLine(line);
    }

    public TextEdit RemoveLine(int line)
    {
        var end = line + 1 < text.Lines.Count ? text.Lines.GetStart(line + 1) : text.Length;
        return new TextEdit(TextSpan.FromBounds(text.Lines.GetStart(line), end), "");
    }

    /// <summary>A line below the one that a place is on.</summary>
    public TextEdit AddLineBelow(int offset, string line) => new(new TextSpan(text.Lines.GetEnd(LineOf(offset)), 0), _lineEnd + line);

    public TextEdit AddLineAbove(int offset, string line) => new(new TextSpan(text.Lines.GetStart(LineOf(offset)), 0), line + _lineEnd);

    public int LineOf(int offset) => text.Lines.GetLine(Math.Clamp(offset, 0, text.Length));

    private bool IsOneLine(YamlEntry entry) =>
        entry.Value is YamlScalar { Span.Length: > 0 } value && value.Span.Start > entry.Key.Span.End && text.Text[value.Span.Start] is not ('|' or '>' or '&')
        && LineOf(entry.Key.Span.Start) == LineOf(value.Span.End - 1);

    private int ColumnOf(YamlNode node) => text.GetPosition(node.Span.Start, ColumnUnit.Utf16).Column;

    private string Join(ReadOnlySpan<string> lines, int indentation)
    {
        var before = new string(' ', indentation);
        return before + string.Join(_lineEnd + before, lines.ToArray());
    }
}
