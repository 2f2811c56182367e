using LeakLens.Server.Lsp.Configuration;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;

namespace LeakLens.Server.Lsp.Notebooks;

/// <summary>Gives a notebook back to the client, and takes the diagnostics of its cells away.</summary>
internal sealed class DidCloseNotebookHandler(Session session, DiagnosticsPublisher diagnostics, BackgroundDiagnostics background) : INotificationHandler<DidCloseNotebookDocumentParams>
{
    public void Handle(DidCloseNotebookDocumentParams notification)
    {
        foreach (var uri in session.CloseNotebook(notification.NotebookDocument.Uri))
        {
            diagnostics.Clear(uri);
        }

        if (DocumentPath.Of(notification.NotebookDocument.Uri) is { } path && background.Knows(path))
        {
            background.ShowFor(notification.NotebookDocument.Uri, path);
        }
    }
}
