using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record DidChangeWatchedFilesParams(ImmutableArray<FileEvent> Changes)
{
    public static DidChangeWatchedFilesParams Read(JsonFields json) => new(json.GetList("changes", FileEvent.Read));
}
