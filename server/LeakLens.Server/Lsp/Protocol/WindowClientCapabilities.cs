using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record WindowClientCapabilities(bool WorkDoneProgress)
{
    public static WindowClientCapabilities Read(JsonFields json) => new(json.FindFlag("workDoneProgress"));
}
