using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record TextDocumentContentClientCapabilities(bool DynamicRegistration)
{
    public static TextDocumentContentClientCapabilities Read(JsonFields json) => new(json.FindFlag("dynamicRegistration"));
}
