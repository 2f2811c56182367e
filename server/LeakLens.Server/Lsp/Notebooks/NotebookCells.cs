using System.Collections.Immutable;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.Notebooks;

/// <summary>From the protocol's cells to ours.</summary>
internal static class NotebookCells
{
    private const int Code = 2;

    public static ImmutableArray<NotebookCellText> Create(ImmutableArray<NotebookCell> cells, ImmutableArray<TextDocumentItem> documents)
    {
        var byUri = documents.ToLookup(document => document.Uri, StringComparer.Ordinal);
        return [.. cells.Select(cell => Create(cell, byUri[cell.Document].LastOrDefault()))];
    }

    /// <summary>The cells after a change: cells that came, went or moved, then edits of their texts.</summary>
    public static ImmutableArray<NotebookCellText> Change(ImmutableArray<NotebookCellText> cells, NotebookDocumentCellChanges change, ColumnUnit unit)
    {
        if (change.Structure is { } structure)
        {
            cells = Splice(cells, structure);
        }

        foreach (var content in change.TextContent)
        {
            cells = [.. cells.Select(cell => cell.Uri.Equals(content.Document.Uri, StringComparison.Ordinal)
                ? cell with { Version = content.Document.Version, Text = ContentChanges.Apply(cell.Text, content.Changes, unit) }
                : cell)];
        }

        return cells;
    }

    private static ImmutableArray<NotebookCellText> Splice(ImmutableArray<NotebookCellText> cells, NotebookDocumentCellChangeStructure structure)
    {
        var start = Math.Clamp(structure.Array.Start, 0, cells.Length);
        var count = Math.Clamp(structure.Array.DeleteCount, 0, cells.Length - start);

        // A cell that is moved is not opened again.
        var known = cells.ToLookup(cell => cell.Uri, StringComparer.Ordinal);
        var added = Create(structure.Array.Cells, structure.DidOpen).Select(cell => cell.IsPython || known[cell.Uri].FirstOrDefault() is not { } moved ? cell : moved);
        return cells.RemoveRange(start, count).InsertRange(start, added);
    }

    private static NotebookCellText Create(NotebookCell cell, TextDocumentItem? document)
    {
        var isPython = cell.Kind == Code && document is not null && document.LanguageId.Equals("python", StringComparison.OrdinalIgnoreCase);
        return new NotebookCellText(cell.Document, document?.Version ?? 0, SourceText.From(isPython && document is not null ? document.Text : ""), isPython);
    }
}
