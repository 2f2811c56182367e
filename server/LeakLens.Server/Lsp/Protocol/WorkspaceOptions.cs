using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record WorkspaceOptions(WorkspaceFoldersServerCapabilities? WorkspaceFolders) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("workspaceFolders", WorkspaceFolders);
        json.WriteEndObject();
    }
}
