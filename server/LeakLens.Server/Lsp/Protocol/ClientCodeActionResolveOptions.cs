using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record ClientCodeActionResolveOptions(ImmutableArray<string> Properties)
{
    public static ClientCodeActionResolveOptions Read(JsonFields json) => new(json.FindTexts("properties"));
}
