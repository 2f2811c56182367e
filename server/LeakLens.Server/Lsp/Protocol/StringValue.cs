using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record StringValue(string Kind, string Value) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("kind", Kind);
        json.Field("value", Value);
        json.WriteEndObject();
    }
}
