using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record DocumentDiagnosticParams(TextDocumentIdentifier TextDocument, string? PreviousResultId)
{
    public static DocumentDiagnosticParams Read(JsonFields json) => new(json.Get("textDocument", TextDocumentIdentifier.Read), json.FindText("previousResultId"));
}
