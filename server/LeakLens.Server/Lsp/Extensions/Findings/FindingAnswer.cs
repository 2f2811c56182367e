using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Extensions.Findings;

/// <summary>A finding, for the editor's commands.</summary>
/// <param name="Uri">The document that tells of it.</param>
/// <param name="Markdown">The content of that document.</param>
internal sealed record FindingAnswer(string RuleId, string Uri, string Markdown) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("ruleId", RuleId);
        json.Field("uri", Uri);
        json.Field("markdown", Markdown);
        json.WriteEndObject();
    }
}
