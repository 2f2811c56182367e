using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record CodeActionClientCapabilities(bool IsPreferredSupport, bool DataSupport, ClientCodeActionResolveOptions? ResolveSupport)
{
    public static CodeActionClientCapabilities Read(JsonFields json) => new(
        json.FindFlag("isPreferredSupport"),
        json.FindFlag("dataSupport"),
        json.Find("resolveSupport", ClientCodeActionResolveOptions.Read));
}
