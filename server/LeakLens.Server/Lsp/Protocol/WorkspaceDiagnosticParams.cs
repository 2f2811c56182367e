using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record WorkspaceDiagnosticParams(ImmutableArray<PreviousResultId> PreviousResultIds, JToken? PartialResultToken)
{
    public static WorkspaceDiagnosticParams Read(JsonFields json) => new(json.FindList("previousResultIds", PreviousResultId.Read), json.Find("partialResultToken"));
}
