using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record NotebookCellArrayChange(int Start, int DeleteCount, ImmutableArray<NotebookCell> Cells)
{
    public static NotebookCellArrayChange Read(JsonFields json) => new(json.GetNumber("start"), json.GetNumber("deleteCount"), json.FindList("cells", NotebookCell.Read));
}
