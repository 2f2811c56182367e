using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record ClientCapabilities(GeneralClientCapabilities? General, TextDocumentClientCapabilities? TextDocument, WindowClientCapabilities? Window)
{
    public static ClientCapabilities Read(JsonFields json) => new(
        json.Find("general", GeneralClientCapabilities.Read),
        json.Find("textDocument", TextDocumentClientCapabilities.Read),
        json.Find("window", WindowClientCapabilities.Read));
}
