using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record FileEvent(string Uri, FileChangeType Type)
{
    public static FileEvent Read(JsonFields json) => new(json.GetText("uri"), (FileChangeType)json.GetNumber("type"));
}
