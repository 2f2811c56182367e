using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record DidChangeWatchedFilesClientCapabilities(bool DynamicRegistration)
{
    public static DidChangeWatchedFilesClientCapabilities Read(JsonFields json) => new(json.FindFlag("dynamicRegistration"));
}
