using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record ClientInfo(string Name, string? Version)
{
    public static ClientInfo Read(JsonFields json) => new(json.GetText("name"), json.FindText("version"));
}
