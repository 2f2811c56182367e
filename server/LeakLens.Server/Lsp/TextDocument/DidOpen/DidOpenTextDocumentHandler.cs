using LeakLens.Deployment.Files;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Configuration;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;
using LeakLens.Workspace.Configuration;

namespace LeakLens.Server.Lsp.TextDocument.DidOpen;

/// <summary>Takes a document over from the client. What is neither Python, nor a file of a deployment, nor a configuration file is not kept.</summary>
internal sealed class DidOpenTextDocumentHandler(Session session, DiagnosticsPublisher diagnostics, BackgroundDiagnostics background) : INotificationHandler<DidOpenTextDocumentParams>
{
    public void Handle(DidOpenTextDocumentParams notification)
    {
        var item = notification.TextDocument;
        if (item.LanguageId.Equals("python", StringComparison.OrdinalIgnoreCase) || item.Uri.EndsWith(".py", StringComparison.OrdinalIgnoreCase) || IsOfDeployment(item.Uri))
        {
            var document = session.Open(item.Uri, item.Version, item.Text);
            background.HideFor(item.Uri, document.Path);
            diagnostics.Schedule(document);
        }
        else if (DocumentPath.Of(item.Uri) is { } path && ConfigurationCheck.IsConfigurationFile(path))
        {
            var document = new ConfigurationDocument(item.Uri, item.Version, SourceText.From(item.Text), path);
            session.PutConfiguration(document);
            background.HideFor(item.Uri, path);
            diagnostics.Publish(document);
        }
    }

    private static bool IsOfDeployment(string uri) => DocumentPath.Of(uri) is { } path && DeploymentNames.MayBeDeployment(path);
}
