using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record NotebookDocumentCellContentChanges(VersionedTextDocumentIdentifier Document, ImmutableArray<TextDocumentContentChangeEvent> Changes)
{
    public static NotebookDocumentCellContentChanges Read(JsonFields json) => new(json.Get("document", VersionedTextDocumentIdentifier.Read), json.GetList("changes", TextDocumentContentChangeEvent.Read));
}
