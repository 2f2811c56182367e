using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record TextDocumentIdentifier(string Uri)
{
    public static TextDocumentIdentifier Read(JsonFields json) => new(json.GetText("uri"));
}
