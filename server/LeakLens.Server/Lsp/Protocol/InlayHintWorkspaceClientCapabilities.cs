using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record InlayHintWorkspaceClientCapabilities(bool RefreshSupport)
{
    public static InlayHintWorkspaceClientCapabilities Read(JsonFields json) => new(json.FindFlag("refreshSupport"));
}
