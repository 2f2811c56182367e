using LeakLens.Server.Lsp.Configuration;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;

namespace LeakLens.Server.Lsp.Notebooks;

/// <summary>Takes a notebook over from the client.</summary>
internal sealed class DidOpenNotebookHandler(Session session, DiagnosticsPublisher diagnostics, BackgroundDiagnostics background) : INotificationHandler<DidOpenNotebookDocumentParams>
{
    public void Handle(DidOpenNotebookDocumentParams notification)
    {
        var opened = notification.NotebookDocument;
        var notebook = new Notebook(opened.Uri, opened.Version, NotebookCells.Create(opened.Cells, notification.CellTextDocuments));
        foreach (var cell in session.PutNotebook(notebook))
        {
            diagnostics.Schedule(cell);
        }

        // Its cells show what a scan found in its file.
        background.HideFor(opened.Uri, DocumentPath.Of(opened.Uri), isNotebook: true);
    }
}
