using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record DidChangeTextDocumentParams(VersionedTextDocumentIdentifier TextDocument, ImmutableArray<TextDocumentContentChangeEvent> ContentChanges)
{
    public static DidChangeTextDocumentParams Read(JsonFields json) => new(
        json.Get("textDocument", VersionedTextDocumentIdentifier.Read),
        json.GetList("contentChanges", TextDocumentContentChangeEvent.Read));
}
