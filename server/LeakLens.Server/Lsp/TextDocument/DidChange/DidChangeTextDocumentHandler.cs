using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;

namespace LeakLens.Server.Lsp.TextDocument.DidChange;

/// <summary>Applies edits to an open document. Edits of a version that is older than the one at hand have come too late.</summary>
internal sealed class DidChangeTextDocumentHandler(Session session, DiagnosticsPublisher diagnostics) : INotificationHandler<DidChangeTextDocumentParams>
{
    public void Handle(DidChangeTextDocumentParams notification)
    {
        var document = notification.TextDocument;
        if (session.Change(document.Uri, document.Version, notification.ContentChanges) is { } changed)
        {
            diagnostics.Schedule(changed);
        }
        else if (session.Current.FindConfiguration(document.Uri) is { } older && document.Version >= older.Version)
        {
            var text = ContentChanges.Apply(older.Text, notification.ContentChanges, session.Current.Client.PositionUnit);
            var newer = older with { Version = document.Version, Text = text };
            session.PutConfiguration(newer);
            diagnostics.Publish(newer);
        }
    }
}
