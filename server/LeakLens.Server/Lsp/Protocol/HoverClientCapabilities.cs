using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record HoverClientCapabilities(ImmutableArray<string> ContentFormat)
{
    public static HoverClientCapabilities Read(JsonFields json) => new(json.FindTexts("contentFormat"));
}
