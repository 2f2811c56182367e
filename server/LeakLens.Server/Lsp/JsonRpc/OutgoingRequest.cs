using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.JsonRpc;

internal sealed record OutgoingRequest(RequestId Id, string Method, IJsonWritable? Params) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("jsonrpc", "2.0");
        json.WritePropertyName("id");
        Id.Write(json);
        json.Field("method", Method);
        json.Field("params", Params);
        json.WriteEndObject();
    }
}
