using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record Diagnostic(
    Range Range,
    DiagnosticSeverity Severity,
    string Code,
    CodeDescription? CodeDescription,
    string Source,
    string Message,
    ImmutableArray<DiagnosticRelatedInformation> RelatedInformation,
    ImmutableArray<DiagnosticTag> Tags,
    IJsonWritable? Data) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("range", Range);
        json.Field("severity", (int)Severity);
        json.Field("code", Code);
        json.Field("codeDescription", CodeDescription);
        json.Field("source", Source);
        json.Field("message", Message);
        json.Field("relatedInformation", RelatedInformation);
        if (!Tags.IsDefault)
        {
            json.WritePropertyName("tags");
            json.WriteStartArray();
            foreach (var tag in Tags)
            {
                json.WriteValue((int)tag);
            }

            json.WriteEndArray();
        }

        json.Field("data", Data);
        json.WriteEndObject();
    }
}
