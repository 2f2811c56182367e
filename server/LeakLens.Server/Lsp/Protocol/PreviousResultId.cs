using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record PreviousResultId(string Uri, string Value)
{
    public static PreviousResultId Read(JsonFields json) => new(json.GetText("uri"), json.GetText("value"));
}
