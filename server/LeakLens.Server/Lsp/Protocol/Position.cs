using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

/// <summary>Both from 0; the unit of Character is the position encoding that was negotiated.</summary>
internal sealed record Position(int Line, int Character) : IJsonWritable
{
    public static Position Read(JsonFields json) => new(json.GetNumber("line"), json.GetNumber("character"));

    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("line", Line);
        json.Field("character", Character);
        json.WriteEndObject();
    }
}
