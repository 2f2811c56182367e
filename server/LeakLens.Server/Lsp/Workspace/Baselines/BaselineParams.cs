using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.Workspace.Baselines;

/// <summary>The one argument of the command that writes a baseline.</summary>
/// <param name="File">Its address; it lies in one of the folders that are open.</param>
internal sealed record BaselineParams(string File)
{
    public static BaselineParams Read(JToken? arguments) => new(JsonFields.Of((arguments as JArray)?.First, "arguments[0]").GetText("file"));
}
