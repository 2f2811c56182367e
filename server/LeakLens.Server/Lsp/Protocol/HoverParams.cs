using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record HoverParams(TextDocumentIdentifier TextDocument, Position Position)
{
    public static HoverParams Read(JsonFields json) => new(json.Get("textDocument", TextDocumentIdentifier.Read), json.Get("position", Position.Read));
}
