using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;

namespace LeakLens.Server.Lsp.Notebooks;

/// <summary>Cells that came, went, moved or were edited. What one cell grows another may hold: all of them are looked at anew.</summary>
internal sealed class DidChangeNotebookHandler(Session session, DiagnosticsPublisher diagnostics) : INotificationHandler<DidChangeNotebookDocumentParams>
{
    public void Handle(DidChangeNotebookDocumentParams notification)
    {
        var (version, uri) = notification.NotebookDocument;
        var current = session.Current;
        if (notification.Change.Cells is not { } change || !current.Notebooks.TryGetValue(uri, out var older) || version < older.Version)
        {
            return;
        }

        var newer = new Notebook(uri, version, NotebookCells.Change(older.Cells, change, current.Client.PositionUnit));
        var cells = session.PutNotebook(newer);
        foreach (var cell in cells)
        {
            diagnostics.Schedule(cell);
        }

        foreach (var gone in older.PythonCells.Select(cell => cell.Uri).Except(cells.Select(cell => cell.Uri), StringComparer.Ordinal))
        {
            diagnostics.Clear(gone);
        }
    }
}
