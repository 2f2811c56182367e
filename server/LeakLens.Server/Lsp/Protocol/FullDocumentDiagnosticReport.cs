using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record FullDocumentDiagnosticReport(string? ResultId, ImmutableArray<Diagnostic> Items) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("kind", "full");
        json.Field("resultId", ResultId);
        json.Field("items", Items);
        json.WriteEndObject();
    }
}
