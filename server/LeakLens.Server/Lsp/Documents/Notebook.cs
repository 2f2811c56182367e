using System.Collections.Immutable;
using System.Text;
using LeakLens.Python.Text;
using LeakLens.Workspace.Notebooks;

namespace LeakLens.Server.Lsp.Documents;

/// <summary>One version of an open notebook.</summary>
internal sealed record Notebook(string Uri, int Version, ImmutableArray<NotebookCellText> Cells)
{
    public ImmutableArray<NotebookCellText> PythonCells { get; } = [.. Cells.Where(cell => cell.IsPython)];

    /// <summary>The cells as one module, in their order, which is that of running them all. Each letter keeps its place in its cell.</summary>
    public SourceText ToModule(out ImmutableArray<DocumentPart> parts)
    {
        var text = new StringBuilder();
        var builder = ImmutableArray.CreateBuilder<DocumentPart>(PythonCells.Length);
        foreach (var cell in PythonCells)
        {
            builder.Add(new DocumentPart(cell.Uri, cell.Text, text.Length));
            NotebookModule.AddCell(text, cell.Text.Text);
        }

        parts = builder.MoveToImmutable();
        return SourceText.From(text.ToString());
    }
}
