using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record DidCloseNotebookDocumentParams(NotebookDocumentIdentifier NotebookDocument)
{
    public static DidCloseNotebookDocumentParams Read(JsonFields json) => new(json.Get("notebookDocument", NotebookDocumentIdentifier.Read));
}
