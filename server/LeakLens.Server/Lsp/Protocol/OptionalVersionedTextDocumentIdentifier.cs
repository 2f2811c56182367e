using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record OptionalVersionedTextDocumentIdentifier(string Uri, int? Version) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("uri", Uri);
        json.WritePropertyName("version");
        json.WriteValue(Version);
        json.WriteEndObject();
    }
}
