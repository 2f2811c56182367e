using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.Workspace.PullDiagnostics;

/// <summary>A part of an answer, under the token that the client chose: a text or a number.</summary>
internal sealed record PartialResult(JToken? Token, IJsonWritable Value) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName("token");
        (Token ?? JValue.CreateNull()).WriteTo(json);
        json.Field("value", Value);
        json.WriteEndObject();
    }
}
