using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record NotebookDocumentCellChangeStructure(NotebookCellArrayChange Array, ImmutableArray<TextDocumentItem> DidOpen)
{
    public static NotebookDocumentCellChangeStructure Read(JsonFields json) => new(json.Get("array", NotebookCellArrayChange.Read), json.FindList("didOpen", TextDocumentItem.Read));
}
