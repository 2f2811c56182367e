using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record DidCloseTextDocumentParams(TextDocumentIdentifier TextDocument)
{
    public static DidCloseTextDocumentParams Read(JsonFields json) => new(json.Get("textDocument", TextDocumentIdentifier.Read));
}
