using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record CodeActionParams(TextDocumentIdentifier TextDocument, Range Range, CodeActionContext Context)
{
    public static CodeActionParams Read(JsonFields json) => new(json.Get("textDocument", TextDocumentIdentifier.Read), json.Get("range", Range.Read), json.Get("context", CodeActionContext.Read));
}
