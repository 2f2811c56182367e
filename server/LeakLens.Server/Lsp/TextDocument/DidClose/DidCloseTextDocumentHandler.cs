using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;

namespace LeakLens.Server.Lsp.TextDocument.DidClose;

/// <summary>Gives a document back to the client: its own diagnostics go, and what is known of the file is shown again.</summary>
internal sealed class DidCloseTextDocumentHandler(Session session, BackgroundDiagnostics background) : INotificationHandler<DidCloseTextDocumentParams>
{
    public void Handle(DidCloseTextDocumentParams notification)
    {
        var uri = notification.TextDocument.Uri;
        if (session.Close(uri) is { } document)
        {
            background.ShowFor(uri, document.Path);
        }
        else if (session.CloseConfiguration(uri) is { } configuration)
        {
            background.ShowFor(uri, configuration.Path);
        }
    }
}
