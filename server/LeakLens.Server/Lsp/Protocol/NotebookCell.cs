using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record NotebookCell(int Kind, string Document)
{
    public static NotebookCell Read(JsonFields json) => new(json.GetNumber("kind"), json.GetText("document"));
}
