using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Tests.Lsp.Support;

/// <summary>What clients say of themselves.</summary>
internal static class Capabilities
{
    public static JObject Full(params string[] encodings) => new()
    {
        ["general"] = new JObject { ["positionEncodings"] = new JArray(encodings.Length == 0 ? ["utf-16"] : encodings) },
        ["textDocument"] = new JObject
        {
            ["publishDiagnostics"] = new JObject { ["relatedInformation"] = true, ["versionSupport"] = true, ["codeDescriptionSupport"] = true, ["dataSupport"] = true },
            ["hover"] = new JObject { ["contentFormat"] = new JArray("markdown", "plaintext") },
        },
        ["window"] = new JObject { ["workDoneProgress"] = true },
    };
}
