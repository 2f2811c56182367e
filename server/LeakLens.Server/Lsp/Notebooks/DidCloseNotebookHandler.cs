using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;

namespace LeakLens.Server.Lsp.Notebooks;

/// <summary>Gives a notebook back to the client, and takes the diagnostics of its cells away.</summary>
internal sealed class DidCloseNotebookHandler(Session session, DiagnosticsPublisher diagnostics) : INotificationHandler<DidCloseNotebookDocumentParams>
{
    public void Handle(DidCloseNotebookDocumentParams notification)
    {
        foreach (var uri in session.CloseNotebook(notification.NotebookDocument.Uri))
        {
            diagnostics.Clear(uri);
        }
    }
}
