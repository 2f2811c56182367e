using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record CodeAction(string Title, string Kind, ImmutableArray<Diagnostic> Diagnostics, bool? IsPreferred, WorkspaceEdit? Edit, IJsonWritable? Data) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("title", Title);
        json.Field("kind", Kind);
        json.Field("diagnostics", Diagnostics);
        json.Field("isPreferred", IsPreferred);
        json.Field("edit", Edit);
        json.Field("data", Data);
        json.WriteEndObject();
    }
}
