using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record NotebookDocument(string Uri, int Version, ImmutableArray<NotebookCell> Cells)
{
    public static NotebookDocument Read(JsonFields json) => new(json.GetText("uri"), json.GetNumber("version"), json.GetList("cells", NotebookCell.Read));
}
