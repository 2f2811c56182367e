using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record DiagnosticServerCancellationData(bool RetriggerRequest) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("retriggerRequest", RetriggerRequest);
        json.WriteEndObject();
    }
}
