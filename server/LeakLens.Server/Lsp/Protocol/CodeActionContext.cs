using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record CodeActionContext(ImmutableArray<string> Only, int? TriggerKind)
{
    public static CodeActionContext Read(JsonFields json) => new(json.FindTexts("only"), json.FindNumber("triggerKind"));
}
