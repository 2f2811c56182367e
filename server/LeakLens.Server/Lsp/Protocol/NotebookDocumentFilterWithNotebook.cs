using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record NotebookDocumentFilterWithNotebook(string Notebook, ImmutableArray<NotebookCellLanguage> Cells) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("notebook", Notebook);
        json.Field("cells", Cells);
        json.WriteEndObject();
    }
}
