using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;

namespace LeakLens.Server.Lsp.TextDocument.DidClose;

/// <summary>Gives a document back to the client, and takes its diagnostics away.</summary>
internal sealed class DidCloseTextDocumentHandler(Session session, DiagnosticsPublisher diagnostics) : INotificationHandler<DidCloseTextDocumentParams>
{
    public void Handle(DidCloseTextDocumentParams notification)
    {
        if (session.Close(notification.TextDocument.Uri))
        {
            diagnostics.Clear(notification.TextDocument.Uri);
        }
    }
}
