using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;

namespace LeakLens.Server.Lsp.TextDocument.DidChange;

/// <summary>Applies edits to an open document.</summary>
internal sealed class DidChangeTextDocumentHandler(Session session, DiagnosticsPublisher diagnostics) : INotificationHandler<DidChangeTextDocumentParams>
{
    public void Handle(DidChangeTextDocumentParams notification)
    {
        var document = notification.TextDocument;
        if (session.Change(document.Uri, document.Version, notification.ContentChanges) is { } changed)
        {
            diagnostics.Schedule(changed);
        }
    }
}
