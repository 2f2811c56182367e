using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record TextDocumentContentParams(string Uri)
{
    public static TextDocumentContentParams Read(JsonFields json) => new(json.GetText("uri"));
}
