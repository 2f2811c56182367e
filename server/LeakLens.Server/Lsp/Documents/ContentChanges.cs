using System.Collections.Immutable;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Conversion;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.Documents;

/// <summary>A client's edits to a text. Each is meant for the text that the ones before it left.</summary>
internal static class ContentChanges
{
    /// <summary>From so many edits on it is cheaper to take the text apart once than to copy it for each.</summary>
    private const int ManyEdits = 4;

    public static SourceText Apply(SourceText text, ImmutableArray<TextDocumentContentChangeEvent> changes, ColumnUnit unit)
    {
        var edits = AfterLastReplacement(ref text, changes);
        return edits.Length < ManyEdits ? ApplyEach(text, edits, unit) : ApplyAll(text, edits, unit);
    }

    private static SourceText ApplyEach(SourceText text, ReadOnlySpan<TextDocumentContentChangeEvent> edits, ColumnUnit unit)
    {
        foreach (var edit in edits)
        {
            if (edit.Range is { } range)
            {
                var span = ProtocolConverter.ToSpan(text, range, unit);
                text = SourceText.From(string.Concat(text.Text.AsSpan(0, span.Start), edit.Text, text.Text.AsSpan(span.End)));
            }
        }

        return text;
    }

    private static SourceText ApplyAll(SourceText text, ReadOnlySpan<TextDocumentContentChangeEvent> edits, ColumnUnit unit)
    {
        var lines = new LineBuffer(text);
        foreach (var edit in edits)
        {
            if (edit.Range is { } range)
            {
                lines.Replace(range, edit.Text, unit);
            }
        }

        return SourceText.From(lines.ToString());
    }

    /// <summary>What comes before a replacement of the whole text has no effect.</summary>
    private static ReadOnlySpan<TextDocumentContentChangeEvent> AfterLastReplacement(ref SourceText text, ImmutableArray<TextDocumentContentChangeEvent> changes)
    {
        for (var i = changes.Length - 1; i >= 0; i--)
        {
            if (changes[i].Range is null)
            {
                text = SourceText.From(changes[i].Text);
                return changes.AsSpan(i + 1, changes.Length - i - 1);
            }
        }

        return changes.AsSpan();
    }
}
