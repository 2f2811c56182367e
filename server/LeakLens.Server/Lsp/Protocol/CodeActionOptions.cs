using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record CodeActionOptions(ImmutableArray<string> CodeActionKinds, bool ResolveProvider) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("codeActionKinds", CodeActionKinds);
        json.Field("resolveProvider", ResolveProvider);
        json.WriteEndObject();
    }
}
