using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record CodeLensOptions(bool ResolveProvider) : IJsonWritable
{
    public void Write(JsonWriter json)
    {
        json.WriteStartObject();
        json.Field("resolveProvider", ResolveProvider);
        json.WriteEndObject();
    }
}
