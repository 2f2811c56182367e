using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;

namespace LeakLens.Server.Lsp.Notebooks;

/// <summary>As with any document: who saves wants to see the truth, at once.</summary>
internal sealed class DidSaveNotebookHandler(Session session, DiagnosticsPublisher diagnostics) : INotificationHandler<DidSaveNotebookDocumentParams>
{
    public void Handle(DidSaveNotebookDocumentParams notification)
    {
        if (session.Current.Notebooks.TryGetValue(notification.NotebookDocument.Uri, out var notebook))
        {
            foreach (var cell in session.PutNotebook(notebook))
            {
                diagnostics.PublishNow(cell);
            }
        }
    }
}
