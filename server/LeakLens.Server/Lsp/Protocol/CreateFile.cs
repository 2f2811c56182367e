using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record CreateFile(string Uri, CreateFileOptions Options) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("kind", "create");
        json.Field("uri", Uri);
        json.Field("options", Options);
        json.WriteEndObject();
    }
}
