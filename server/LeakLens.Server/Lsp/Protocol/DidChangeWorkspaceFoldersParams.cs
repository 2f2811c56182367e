using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record DidChangeWorkspaceFoldersParams(WorkspaceFoldersChangeEvent Event)
{
    public static DidChangeWorkspaceFoldersParams Read(JsonFields json) => new(json.Get("event", WorkspaceFoldersChangeEvent.Read));
}
