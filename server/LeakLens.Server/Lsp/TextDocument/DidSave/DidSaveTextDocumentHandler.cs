using LeakLens.Server.Lsp.Configuration;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;

namespace LeakLens.Server.Lsp.TextDocument.DidSave;

/// <summary>
/// Somebody who saves wants to see the truth: what is known is published again, at once and without a pause for typing, and what was
/// called off is done after all. A configuration file that is saved is in force.
/// </summary>
internal sealed class DidSaveTextDocumentHandler(Session session, DiagnosticsPublisher diagnostics, ConfigurationControl configuration) : INotificationHandler<DidSaveTextDocumentParams>
{
    public void Handle(DidSaveTextDocumentParams notification)
    {
        var uri = notification.TextDocument.Uri;
        if (session.Current.Find(uri) is { } document)
        {
            diagnostics.PublishNow(document.Analysis.Superseded.IsCancellationRequested ? session.Restart(document) : document);
        }
        else if (session.Current.FindConfiguration(uri) is not null && !session.Current.Client.WatchesFiles)
        {
            configuration.Reload();
        }
    }
}
