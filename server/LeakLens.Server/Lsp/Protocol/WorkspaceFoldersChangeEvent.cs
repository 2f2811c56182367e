using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record WorkspaceFoldersChangeEvent(ImmutableArray<WorkspaceFolder> Added, ImmutableArray<WorkspaceFolder> Removed)
{
    public static WorkspaceFoldersChangeEvent Read(JsonFields json) => new(json.GetList("added", WorkspaceFolder.Read), json.GetList("removed", WorkspaceFolder.Read));
}
