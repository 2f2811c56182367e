using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record DidChangeNotebookDocumentParams(VersionedNotebookDocumentIdentifier NotebookDocument, NotebookDocumentChangeEvent Change)
{
    public static DidChangeNotebookDocumentParams Read(JsonFields json) => new(json.Get("notebookDocument", VersionedNotebookDocumentIdentifier.Read), json.Get("change", NotebookDocumentChangeEvent.Read));
}
