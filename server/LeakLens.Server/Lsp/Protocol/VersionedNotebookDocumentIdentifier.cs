using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record VersionedNotebookDocumentIdentifier(int Version, string Uri)
{
    public static VersionedNotebookDocumentIdentifier Read(JsonFields json) => new(json.GetNumber("version"), json.GetText("uri"));
}
