using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record SetTraceParams(string Value)
{
    public static SetTraceParams Read(JsonFields json) => new(json.GetText("value"));
}
