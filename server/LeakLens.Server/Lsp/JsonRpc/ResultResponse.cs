using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>The good answer to a request; a result of null is written, because its member tells an answer from an error.</summary>
internal sealed record ResultResponse(RequestId Id, IJsonWritable? Result) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("jsonrpc", "2.0");
        json.WritePropertyName("id");
        Id.Write(json);
        json.WritePropertyName("result");
        WriteResult(json);
        json.WriteEndObject();
    }

    private void WriteResult(JsonWriter json)
    {
        if (Result is null)
        {
            json.WriteNull();
            return;
        }

        Result.Write(json);
    }
}
