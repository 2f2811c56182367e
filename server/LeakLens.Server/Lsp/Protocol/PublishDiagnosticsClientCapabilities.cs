using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record PublishDiagnosticsClientCapabilities(bool RelatedInformation, bool VersionSupport, bool CodeDescriptionSupport, bool DataSupport)
{
    public static PublishDiagnosticsClientCapabilities Read(JsonFields json) => new(
        json.FindFlag("relatedInformation"),
        json.FindFlag("versionSupport"),
        json.FindFlag("codeDescriptionSupport"),
        json.FindFlag("dataSupport"));
}
