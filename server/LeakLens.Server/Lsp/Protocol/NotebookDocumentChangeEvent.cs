using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record NotebookDocumentChangeEvent(NotebookDocumentCellChanges? Cells)
{
    public static NotebookDocumentChangeEvent Read(JsonFields json) => new(json.Find("cells", NotebookDocumentCellChanges.Read));
}
