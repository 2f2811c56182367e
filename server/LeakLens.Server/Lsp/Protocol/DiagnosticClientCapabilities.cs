using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record DiagnosticClientCapabilities(bool DynamicRegistration, bool RelatedInformation, bool CodeDescriptionSupport, bool DataSupport)
{
    public static DiagnosticClientCapabilities Read(JsonFields json) => new(json.FindFlag("dynamicRegistration"), json.FindFlag("relatedInformation"), json.FindFlag("codeDescriptionSupport"), json.FindFlag("dataSupport"));
}
