namespace LeakLens.Server.Lsp.Protocol;

/// <summary>The protocol's methods that this server serves or uses.</summary>
internal static class Methods
{
    public const string Initialize = "initialize";
    public const string Initialized = "initialized";
    public const string Shutdown = "shutdown";
    public const string Exit = "exit";
    public const string CancelRequest = "$/cancelRequest";
    public const string SetTrace = "$/setTrace";
    public const string LogTrace = "$/logTrace";
    public const string Progress = "$/progress";
    public const string RegisterCapability = "client/registerCapability";
    public const string UnregisterCapability = "client/unregisterCapability";
    public const string DidOpen = "textDocument/didOpen";
    public const string DidChange = "textDocument/didChange";
    public const string DidClose = "textDocument/didClose";
    public const string DidSave = "textDocument/didSave";
    public const string PublishDiagnostics = "textDocument/publishDiagnostics";
    public const string Diagnostic = "textDocument/diagnostic";
    public const string Hover = "textDocument/hover";
    public const string CodeAction = "textDocument/codeAction";
    public const string CodeActionResolve = "codeAction/resolve";
    public const string CodeLens = "textDocument/codeLens";
    public const string InlayHint = "textDocument/inlayHint";
    public const string DidOpenNotebook = "notebookDocument/didOpen";
    public const string DidChangeNotebook = "notebookDocument/didChange";
    public const string DidSaveNotebook = "notebookDocument/didSave";
    public const string DidCloseNotebook = "notebookDocument/didClose";
    public const string LogMessage = "window/logMessage";
    public const string ShowMessage = "window/showMessage";
    public const string WorkDoneProgressCreate = "window/workDoneProgress/create";
    public const string WorkDoneProgressCancel = "window/workDoneProgress/cancel";
    public const string CodeLensRefresh = "workspace/codeLens/refresh";
    public const string InlayHintRefresh = "workspace/inlayHint/refresh";
    public const string TextDocumentContent = "workspace/textDocumentContent";
    public const string TextDocumentContentRefresh = "workspace/textDocumentContent/refresh";
    public const string ExecuteCommand = "workspace/executeCommand";
    public const string Configuration = "workspace/configuration";
    public const string DidChangeConfiguration = "workspace/didChangeConfiguration";
    public const string DidChangeWatchedFiles = "workspace/didChangeWatchedFiles";
    public const string DidChangeWorkspaceFolders = "workspace/didChangeWorkspaceFolders";
    public const string WorkspaceDiagnostic = "workspace/diagnostic";
    public const string DiagnosticRefresh = "workspace/diagnostic/refresh";
}
