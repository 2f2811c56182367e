using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record DidChangeConfigurationClientCapabilities(bool DynamicRegistration)
{
    public static DidChangeConfigurationClientCapabilities Read(JsonFields json) => new(json.FindFlag("dynamicRegistration"));
}
