using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record ServerInfo(string Name, string Version) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("name", Name);
        json.Field("version", Version);
        json.WriteEndObject();
    }
}
