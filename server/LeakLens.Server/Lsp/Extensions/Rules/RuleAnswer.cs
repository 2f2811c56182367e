using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Extensions.Rules;

/// <summary>A rule in a list.</summary>
/// <param name="Uri">The document that explains it.</param>
internal sealed record RuleAnswer(string Id, string Name, string Summary, string Uri) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("id", Id);
        json.Field("name", Name);
        json.Field("summary", Summary);
        json.Field("uri", Uri);
        json.WriteEndObject();
    }
}
