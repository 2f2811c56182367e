using System.Collections.Immutable;
using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

/// <summary>The name is misspelt in the protocol, too.</summary>
internal sealed record UnregistrationParams(ImmutableArray<Unregistration> Unregisterations) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("unregisterations", Unregisterations);
        json.WriteEndObject();
    }
}
