using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record ProgressParams(string Token, IJsonWritable Value) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("token", Token);
        json.Field("value", Value);
        json.WriteEndObject();
    }
}
