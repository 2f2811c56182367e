using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record VersionedTextDocumentIdentifier(string Uri, int Version)
{
    public static VersionedTextDocumentIdentifier Read(JsonFields json) => new(json.GetText("uri"), json.GetNumber("version"));
}
