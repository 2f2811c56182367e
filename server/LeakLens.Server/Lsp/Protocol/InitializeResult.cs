using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("capabilities", Capabilities);
        json.Field("serverInfo", ServerInfo);
        json.WriteEndObject();
    }
}
