using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record InlayHintParams(TextDocumentIdentifier TextDocument, Range Range)
{
    public static InlayHintParams Read(JsonFields json) => new(json.Get("textDocument", TextDocumentIdentifier.Read), json.Get("range", Range.Read));
}
