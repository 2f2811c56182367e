using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record CodeLensWorkspaceClientCapabilities(bool RefreshSupport)
{
    public static CodeLensWorkspaceClientCapabilities Read(JsonFields json) => new(json.FindFlag("refreshSupport"));
}
