using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record PublishDiagnosticsParams(string Uri, int? Version, ImmutableArray<Diagnostic> Diagnostics) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("uri", Uri);
        json.Field("version", Version);
        json.Field("diagnostics", Diagnostics);
        json.WriteEndObject();
    }
}
