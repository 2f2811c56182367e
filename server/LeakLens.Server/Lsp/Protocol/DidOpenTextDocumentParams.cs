using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record DidOpenTextDocumentParams(TextDocumentItem TextDocument)
{
    public static DidOpenTextDocumentParams Read(JsonFields json) => new(json.Get("textDocument", TextDocumentItem.Read));
}
