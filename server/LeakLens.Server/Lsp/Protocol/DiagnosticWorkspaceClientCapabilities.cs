using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record DiagnosticWorkspaceClientCapabilities(bool RefreshSupport)
{
    public static DiagnosticWorkspaceClientCapabilities Read(JsonFields json) => new(json.FindFlag("refreshSupport"));
}
