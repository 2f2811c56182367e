using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record LogTraceParams(string Message, string? Verbose) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("message", Message);
        json.Field("verbose", Verbose);
        json.WriteEndObject();
    }
}
