using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

/// <param name="DocumentChanges">Edits and files to create, in order; default for a client that knows only <paramref name="Changes"/>.</param>
/// <param name="Changes">Edits by document.</param>
internal sealed record WorkspaceEdit(ImmutableArray<IJsonWritable> DocumentChanges, IJsonWritable? Changes) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("documentChanges", DocumentChanges);
        json.Field("changes", Changes);
        json.WriteEndObject();
    }
}
