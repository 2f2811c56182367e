using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record TextDocumentFilter(string? Language, string? Scheme, string? Pattern) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("language", Language);
        json.Field("scheme", Scheme);
        json.Field("pattern", Pattern);
        json.WriteEndObject();
    }
}
