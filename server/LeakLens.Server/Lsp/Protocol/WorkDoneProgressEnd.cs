using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record WorkDoneProgressEnd(string? Message) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("kind", "end");
        json.Field("message", Message);
        json.WriteEndObject();
    }
}
