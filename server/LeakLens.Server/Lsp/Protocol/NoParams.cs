using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.Protocol;

/// <summary>The parameters of a method that has none; what a client sends all the same is not looked at.</summary>
internal sealed record NoParams
{
    private static readonly NoParams Instance = new();

    public static NoParams Read(JToken? json) => Instance;
}
