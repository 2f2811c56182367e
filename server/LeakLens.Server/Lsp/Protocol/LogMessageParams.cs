using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record LogMessageParams(MessageType Type, string Message) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("type", (int)Type);
        json.Field("message", Message);
        json.WriteEndObject();
    }
}
