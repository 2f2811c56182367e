using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record TextDocumentClientCapabilities(
    PublishDiagnosticsClientCapabilities? PublishDiagnostics,
    DiagnosticClientCapabilities? Diagnostic,
    HoverClientCapabilities? Hover,
    CodeActionClientCapabilities? CodeAction)
{
    public static TextDocumentClientCapabilities Read(JsonFields json) => new(
        json.Find("publishDiagnostics", PublishDiagnosticsClientCapabilities.Read),
        json.Find("diagnostic", DiagnosticClientCapabilities.Read),
        json.Find("hover", HoverClientCapabilities.Read),
        json.Find("codeAction", CodeActionClientCapabilities.Read));
}
