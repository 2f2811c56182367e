using LeakLens.Server.Lsp.Extensions.Findings;
using LeakLens.Server.Lsp.Extensions.Rules;
using LeakLens.Server.Lsp.Extensions.Status;
using LeakLens.Server.Lsp.General.CancelRequest;
using LeakLens.Server.Lsp.General.Exit;
using LeakLens.Server.Lsp.General.Initialize;
using LeakLens.Server.Lsp.General.Initialized;
using LeakLens.Server.Lsp.General.SetTrace;
using LeakLens.Server.Lsp.General.Shutdown;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Notebooks;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.TextDocument.PullDiagnostics;
using LeakLens.Server.Lsp.TextDocument.CodeActions;
using LeakLens.Server.Lsp.TextDocument.CodeLenses;
using LeakLens.Server.Lsp.TextDocument.DidChange;
using LeakLens.Server.Lsp.TextDocument.DidClose;
using LeakLens.Server.Lsp.TextDocument.DidOpen;
using LeakLens.Server.Lsp.TextDocument.DidSave;
using LeakLens.Server.Lsp.TextDocument.Hover;
using LeakLens.Server.Lsp.TextDocument.InlayHints;
using LeakLens.Server.Lsp.Window.WorkDoneProgress;
using LeakLens.Server.Lsp.Workspace.Baselines;
using LeakLens.Server.Lsp.Workspace.ExecuteCommand;
using LeakLens.Server.Lsp.Workspace.PullDiagnostics;
using LeakLens.Server.Lsp.Workspace.Scan;
using LeakLens.Server.Lsp.Workspace.TextDocumentContent;
using LeakLens.Server.Lsp.Workspace.DidChangeConfiguration;
using LeakLens.Server.Lsp.Workspace.DidChangeWatchedFiles;
using LeakLens.Server.Lsp.Workspace.DidChangeWorkspaceFolders;

namespace LeakLens.Server.Lsp;

/// <summary>Every method that the server takes, and the class that handles it. A new feature is a line here and a folder.</summary>
internal static class HandlerRegistration
{
    public static HandlerTable Create(ServerParts parts, Action warmUp)
    {
        var session = parts.Session;
        var handlers = new HandlerTable(() => session.Current);

        handlers.AddRequest(Methods.Initialize, InitializeParams.Read, new InitializeHandler(session, parts.Lifecycle, parts.ClientProcess, parts.Configuration), inOrder: true);
        handlers.AddNotification(Methods.Initialized, NoParams.Read, new InitializedHandler(parts.Registrar, parts.Configuration, warmUp));
        handlers.AddRequest(Methods.Shutdown, NoParams.Read, new ShutdownHandler(session, parts.Lifecycle), inOrder: true);
        handlers.AddNotification(Methods.Exit, NoParams.Read, new ExitHandler(parts.Lifecycle));
        handlers.AddNotification(Methods.CancelRequest, CancelParams.Read, new CancelRequestHandler(parts.Running));
        handlers.AddNotification(Methods.SetTrace, SetTraceParams.Read, new SetTraceHandler(session));

        handlers.AddNotification(Methods.DidOpen, DidOpenTextDocumentParams.Read, new DidOpenTextDocumentHandler(session, parts.Diagnostics, parts.Background));
        handlers.AddNotification(Methods.DidChange, DidChangeTextDocumentParams.Read, new DidChangeTextDocumentHandler(session, parts.Diagnostics));
        handlers.AddNotification(Methods.DidClose, DidCloseTextDocumentParams.Read, new DidCloseTextDocumentHandler(session, parts.Background));
        handlers.AddNotification(Methods.DidSave, DidSaveTextDocumentParams.Read, new DidSaveTextDocumentHandler(session, parts.Diagnostics, parts.Configuration));
        handlers.AddNotification(Methods.DidOpenNotebook, DidOpenNotebookDocumentParams.Read, new DidOpenNotebookHandler(session, parts.Diagnostics, parts.Background));
        handlers.AddNotification(Methods.DidChangeNotebook, DidChangeNotebookDocumentParams.Read, new DidChangeNotebookHandler(session, parts.Diagnostics));
        handlers.AddNotification(Methods.DidSaveNotebook, DidSaveNotebookDocumentParams.Read, new DidSaveNotebookHandler(session, parts.Diagnostics));
        handlers.AddNotification(Methods.DidCloseNotebook, DidCloseNotebookDocumentParams.Read, new DidCloseNotebookHandler(session, parts.Diagnostics, parts.Background));
        handlers.AddRequest(Methods.Hover, HoverParams.Read, new HoverHandler(new HoverText(parts.Documentation)));
        handlers.AddRequest(Methods.CodeLens, CodeLensParams.Read, new CodeLensHandler(session));
        handlers.AddRequest(Methods.InlayHint, InlayHintParams.Read, new InlayHintHandler(session));
        handlers.AddRequest(Methods.CodeAction, CodeActionParams.Read, new CodeActionHandler(parts.Documentation));
        handlers.AddRequest(Methods.CodeActionResolve, CodeActionResolveHandler.Read, new CodeActionResolveHandler());
        handlers.AddRequest(Methods.Diagnostic, DocumentDiagnosticParams.Read, new DocumentDiagnosticHandler(parts.Diagnostics));
        handlers.AddNotification(Methods.WorkDoneProgressCancel, WorkDoneProgressCancelParams.Read, new WorkDoneProgressCancelHandler(parts.Progress));

        handlers.AddRequest(Methods.WorkspaceDiagnostic, WorkspaceDiagnosticParams.Read, new WorkspaceDiagnosticHandler(session, parts.Background, parts.Sender));
        handlers.AddRequest(Methods.ExecuteCommand, ExecuteCommandParams.Read, new ExecuteCommandHandler(parts.Scan, new BaselineWriter(parts.Scan)));
        handlers.AddNotification(Methods.DidChangeConfiguration, DidChangeConfigurationParams.Read, new DidChangeConfigurationHandler(session, parts.Configuration));
        handlers.AddNotification(Methods.DidChangeWatchedFiles, DidChangeWatchedFilesParams.Read, new DidChangeWatchedFilesHandler(parts.Configuration, parts.Problems, parts.Scan, parts.DataFiles));
        handlers.AddNotification(Methods.DidChangeWorkspaceFolders, DidChangeWorkspaceFoldersParams.Read, new DidChangeWorkspaceFoldersHandler(parts.Configuration));

        var content = new ContentWriter(parts.Documentation);
        handlers.AddRequest(Methods.TextDocumentContent, TextDocumentContentParams.Read, new TextDocumentContentHandler(content, parts.Pages));
        handlers.AddRequest(FindingHandler.Method, HoverParams.Read, new FindingHandler(content));
        handlers.AddRequest(RulesHandler.Method, NoParams.Read, new RulesHandler());
        handlers.AddRequest(ReportTextHandler.Method, ReportTextParams.Read, new ReportTextHandler(parts.Scan));
        handlers.AddRequest(StatusHandler.Method, NoParams.Read, new StatusHandler());
        return handlers;
    }
}
