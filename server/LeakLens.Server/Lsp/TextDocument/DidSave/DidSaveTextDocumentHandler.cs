using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;

namespace LeakLens.Server.Lsp.TextDocument.DidSave;

/// <summary>Somebody who saves wants to see the truth: what is known is published again, at once and without a pause for typing.</summary>
internal sealed class DidSaveTextDocumentHandler(Session session, DiagnosticsPublisher diagnostics) : INotificationHandler<DidSaveTextDocumentParams>
{
    public void Handle(DidSaveTextDocumentParams notification)
    {
        if (session.Current.Find(notification.TextDocument.Uri) is { } document)
        {
            diagnostics.PublishNow(document);
        }
    }
}
