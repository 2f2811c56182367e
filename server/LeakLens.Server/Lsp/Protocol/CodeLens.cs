using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record CodeLens(Range Range, IJsonWritable? Command) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("range", Range);
        json.Field("command", Command);
        json.WriteEndObject();
    }
}
