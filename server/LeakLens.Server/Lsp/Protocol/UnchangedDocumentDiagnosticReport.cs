using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record UnchangedDocumentDiagnosticReport(string ResultId) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("kind", "unchanged");
        json.Field("resultId", ResultId);
        json.WriteEndObject();
    }
}
