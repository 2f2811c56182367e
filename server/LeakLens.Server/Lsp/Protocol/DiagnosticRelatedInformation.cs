using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record DiagnosticRelatedInformation(Location Location, string Message) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("location", Location);
        json.Field("message", Message);
        json.WriteEndObject();
    }
}
