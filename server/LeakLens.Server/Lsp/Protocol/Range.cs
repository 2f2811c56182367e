using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record Range(Position Start, Position End) : IJsonWritable
{
    public static Range Read(JsonFields json) => new(json.Get("start", Position.Read), json.Get("end", Position.Read));

    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("start", Start);
        json.Field("end", End);
        json.WriteEndObject();
    }
}
