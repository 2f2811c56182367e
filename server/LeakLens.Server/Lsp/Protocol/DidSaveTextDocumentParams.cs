using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record DidSaveTextDocumentParams(TextDocumentIdentifier TextDocument)
{
    public static DidSaveTextDocumentParams Read(JsonFields json) => new(json.Get("textDocument", TextDocumentIdentifier.Read));
}
