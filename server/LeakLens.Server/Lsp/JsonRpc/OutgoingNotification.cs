using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.JsonRpc;

internal sealed record OutgoingNotification(string Method, IJsonWritable Params) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("jsonrpc", "2.0");
        json.Field("method", Method);
        json.Field("params", Params);
        json.WriteEndObject();
    }
}
