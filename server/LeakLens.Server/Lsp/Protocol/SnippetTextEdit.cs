using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record SnippetTextEdit(Range Range, StringValue Snippet) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("range", Range);
        json.Field("snippet", Snippet);
        json.WriteEndObject();
    }
}
