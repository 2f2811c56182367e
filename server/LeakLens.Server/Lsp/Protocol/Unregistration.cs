using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record Unregistration(string Id, string Method) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("id", Id);
        json.Field("method", Method);
        json.WriteEndObject();
    }
}
