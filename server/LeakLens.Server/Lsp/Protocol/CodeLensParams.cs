using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record CodeLensParams(TextDocumentIdentifier TextDocument)
{
    public static CodeLensParams Read(JsonFields json) => new(json.Get("textDocument", TextDocumentIdentifier.Read));
}
