using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;

namespace LeakLens.Server.Lsp.TextDocument.DidOpen;

/// <summary>Takes a document over from the client. What is no Python is not kept.</summary>
internal sealed class DidOpenTextDocumentHandler(Session session, DiagnosticsPublisher diagnostics) : INotificationHandler<DidOpenTextDocumentParams>
{
    public void Handle(DidOpenTextDocumentParams notification)
    {
        var item = notification.TextDocument;
        if (item.LanguageId.Equals("python", StringComparison.OrdinalIgnoreCase) || item.Uri.EndsWith(".py", StringComparison.OrdinalIgnoreCase))
        {
            diagnostics.Schedule(session.Open(item.Uri, item.Version, item.Text));
        }
    }
}
