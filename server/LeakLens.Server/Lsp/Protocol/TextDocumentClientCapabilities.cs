using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record TextDocumentClientCapabilities(PublishDiagnosticsClientCapabilities? PublishDiagnostics, HoverClientCapabilities? Hover)
{
    public static TextDocumentClientCapabilities Read(JsonFields json) => new(
        json.Find("publishDiagnostics", PublishDiagnosticsClientCapabilities.Read),
        json.Find("hover", HoverClientCapabilities.Read));
}
