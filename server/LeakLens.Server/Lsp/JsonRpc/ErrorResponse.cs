using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>The refusal of a request; an id of null when it could not be read.</summary>
internal sealed record ErrorResponse(RequestId? Id, ErrorCode Code, string Message, IJsonWritable? Data = null) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("jsonrpc", "2.0");
        json.WritePropertyName("id");
        WriteId(json);
        json.WritePropertyName("error");
        json.WriteStartObject();
        json.Field("code", (int)Code);
        json.Field("message", Message);
        json.Field("data", Data);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteId(JsonWriter json)
    {
        if (Id is { } id)
        {
            id.Write(json);
            return;
        }

        json.WriteNull();
    }
}
