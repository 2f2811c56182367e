using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record InlayHint(Position Position, string Label, bool PaddingLeft) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("position", Position);
        json.Field("label", Label);
        json.Field("paddingLeft", PaddingLeft);
        json.WriteEndObject();
    }
}
