using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record DidSaveNotebookDocumentParams(NotebookDocumentIdentifier NotebookDocument)
{
    public static DidSaveNotebookDocumentParams Read(JsonFields json) => new(json.Get("notebookDocument", NotebookDocumentIdentifier.Read));
}
