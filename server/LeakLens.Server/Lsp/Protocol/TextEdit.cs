using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record TextEdit(Range Range, string NewText) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("range", Range);
        json.Field("newText", NewText);
        json.WriteEndObject();
    }
}
