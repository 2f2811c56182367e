using LeakLens.Server.Lsp.Configuration;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.Workspace.DidChangeConfiguration;

/// <summary>The user's settings are others: a client that answers is asked for them, of any other they are taken from the message.</summary>
internal sealed class DidChangeConfigurationHandler(Session session, ConfigurationControl configuration) : INotificationHandler<DidChangeConfigurationParams>
{
    public void Handle(DidChangeConfigurationParams notification)
    {
        if (session.Current.Client.AnswersConfiguration)
        {
            _ = configuration.LoadSettingsAsync();
        }
        else
        {
            configuration.ApplySettings(notification.Settings);
        }
    }
}
