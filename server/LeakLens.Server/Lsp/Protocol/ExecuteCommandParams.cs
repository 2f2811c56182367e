using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record ExecuteCommandParams(string Command, JToken? Arguments)
{
    public static ExecuteCommandParams Read(JsonFields json) => new(json.GetText("command"), json.Find("arguments"));
}
