using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record Location(string Uri, Range Range) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("uri", Uri);
        json.Field("range", Range);
        json.WriteEndObject();
    }
}
