using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record NotebookDocumentSyncOptions(ImmutableArray<NotebookDocumentFilterWithNotebook> NotebookSelector, bool Save) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("notebookSelector", NotebookSelector);
        json.Field("save", Save);
        json.WriteEndObject();
    }
}
