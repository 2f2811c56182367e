using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record TextDocumentContentOptions(ImmutableArray<string> Schemes) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("schemes", Schemes);
        json.WriteEndObject();
    }
}
