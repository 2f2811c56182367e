using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record WorkspaceDiagnosticReport(ImmutableArray<IJsonWritable> Items) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("items", Items);
        json.WriteEndObject();
    }
}
