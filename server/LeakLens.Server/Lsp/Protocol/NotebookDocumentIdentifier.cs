using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record NotebookDocumentIdentifier(string Uri)
{
    public static NotebookDocumentIdentifier Read(JsonFields json) => new(json.GetText("uri"));
}
