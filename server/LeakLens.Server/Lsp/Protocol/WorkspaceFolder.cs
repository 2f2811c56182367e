using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record WorkspaceFolder(string Uri, string Name)
{
    public static WorkspaceFolder Read(JsonFields json) => new(json.GetText("uri"), json.GetText("name"));
}
