using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record DidOpenNotebookDocumentParams(NotebookDocument NotebookDocument, ImmutableArray<TextDocumentItem> CellTextDocuments)
{
    public static DidOpenNotebookDocumentParams Read(JsonFields json) => new(json.Get("notebookDocument", NotebookDocument.Read), json.GetList("cellTextDocuments", TextDocumentItem.Read));
}
