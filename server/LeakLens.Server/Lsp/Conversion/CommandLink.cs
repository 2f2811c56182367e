using LeakLens.Server.Lsp.Json;
using LeakLens.Server.Lsp.Protocol;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Conversion;

/// <summary>A command of the editor about a place; empty for a text that nothing happens to.</summary>
internal sealed record CommandLink(string Title, string Command, string Uri, Position Position) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("title", Title);
        json.Field("command", Command);
        if (Command.Length > 0)
        {
            json.WritePropertyName("arguments");
            json.WriteStartArray();
            json.WriteValue(Uri);
            Position.Write(json);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
