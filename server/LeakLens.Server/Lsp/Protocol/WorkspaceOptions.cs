using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record WorkspaceOptions(WorkspaceFoldersServerCapabilities? WorkspaceFolders, TextDocumentContentOptions? TextDocumentContent) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("workspaceFolders", WorkspaceFolders);
        json.Field("textDocumentContent", TextDocumentContent);
        json.WriteEndObject();
    }
}
