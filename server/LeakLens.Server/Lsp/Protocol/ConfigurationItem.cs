using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record ConfigurationItem(string? ScopeUri, string Section) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("scopeUri", ScopeUri);
        json.Field("section", Section);
        json.WriteEndObject();
    }
}
