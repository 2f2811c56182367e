using System.Collections.Immutable;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Conversion;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.Documents;

/// <summary>A client's edits to a text. Each is meant for the text that the ones before it left.</summary>
internal static class ContentChanges
{
    public static SourceText Apply(SourceText text, ImmutableArray<TextDocumentContentChangeEvent> changes, ColumnUnit unit)
    {
        foreach (var change in changes)
        {
            text = SourceText.From(Apply(text, change, unit));
        }

        return text;
    }

    private static string Apply(SourceText text, TextDocumentContentChangeEvent change, ColumnUnit unit)
    {
        if (change.Range is not { } range)
        {
            return change.Text;
        }

        var span = ProtocolConverter.ToSpan(text, range, unit);
        return string.Concat(text.Text.AsSpan(0, span.Start), change.Text, text.Text.AsSpan(span.End));
    }
}
