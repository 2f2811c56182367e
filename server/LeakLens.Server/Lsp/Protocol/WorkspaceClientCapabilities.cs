using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record WorkspaceClientCapabilities(
    bool Configuration,
    bool WorkspaceFolders,
    DidChangeConfigurationClientCapabilities? DidChangeConfiguration,
    DidChangeWatchedFilesClientCapabilities? DidChangeWatchedFiles,
    WorkspaceEditClientCapabilities? WorkspaceEdit,
    DiagnosticWorkspaceClientCapabilities? Diagnostics,
    CodeLensWorkspaceClientCapabilities? CodeLens,
    InlayHintWorkspaceClientCapabilities? InlayHint,
    TextDocumentContentClientCapabilities? TextDocumentContent)
{
    public static WorkspaceClientCapabilities Read(JsonFields json) => new(
        json.FindFlag("configuration"),
        json.FindFlag("workspaceFolders"),
        json.Find("didChangeConfiguration", DidChangeConfigurationClientCapabilities.Read),
        json.Find("didChangeWatchedFiles", DidChangeWatchedFilesClientCapabilities.Read),
        json.Find("workspaceEdit", WorkspaceEditClientCapabilities.Read),
        json.Find("diagnostics", DiagnosticWorkspaceClientCapabilities.Read),
        json.Find("codeLens", CodeLensWorkspaceClientCapabilities.Read),
        json.Find("inlayHint", InlayHintWorkspaceClientCapabilities.Read),
        json.Find("textDocumentContent", TextDocumentContentClientCapabilities.Read));
}
