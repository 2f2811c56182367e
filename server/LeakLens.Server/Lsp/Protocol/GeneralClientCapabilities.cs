using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record GeneralClientCapabilities(ImmutableArray<string> PositionEncodings)
{
    public static GeneralClientCapabilities Read(JsonFields json) => new(json.FindTexts("positionEncodings"));
}
