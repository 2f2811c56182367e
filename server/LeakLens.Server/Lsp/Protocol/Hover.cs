using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record Hover(MarkupContent Contents, Range Range) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("contents", Contents);
        json.Field("range", Range);
        json.WriteEndObject();
    }
}
