using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record DidChangeConfigurationParams(JToken? Settings)
{
    public static DidChangeConfigurationParams Read(JsonFields json) => new(json.Find("settings"));
}
