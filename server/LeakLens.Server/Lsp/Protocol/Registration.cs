using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record Registration(string Id, string Method, IJsonWritable? RegisterOptions) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("id", Id);
        json.Field("method", Method);
        json.Field("registerOptions", RegisterOptions);
        json.WriteEndObject();
    }
}
