using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record NotebookDocumentCellChanges(NotebookDocumentCellChangeStructure? Structure, ImmutableArray<NotebookDocumentCellContentChanges> TextContent)
{
    public static NotebookDocumentCellChanges Read(JsonFields json) => new(json.Find("structure", NotebookDocumentCellChangeStructure.Read), json.FindList("textContent", NotebookDocumentCellContentChanges.Read));
}
