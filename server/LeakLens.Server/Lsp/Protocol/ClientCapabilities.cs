using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record ClientCapabilities(
    WorkspaceClientCapabilities? Workspace,
    GeneralClientCapabilities? General,
    TextDocumentClientCapabilities? TextDocument,
    WindowClientCapabilities? Window)
{
    public static ClientCapabilities Read(JsonFields json) => new(
        json.Find("workspace", WorkspaceClientCapabilities.Read),
        json.Find("general", GeneralClientCapabilities.Read),
        json.Find("textDocument", TextDocumentClientCapabilities.Read),
        json.Find("window", WindowClientCapabilities.Read));
}
