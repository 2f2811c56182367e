using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record WorkspaceEditClientCapabilities(bool DocumentChanges, bool SnippetEditSupport, ImmutableArray<string> ResourceOperations)
{
    public static WorkspaceEditClientCapabilities Read(JsonFields json) => new(json.FindFlag("documentChanges"), json.FindFlag("snippetEditSupport"), json.FindTexts("resourceOperations"));
}
