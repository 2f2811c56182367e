using LeakLens.Server.Lsp.Configuration;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.Workspace.DidChangeWorkspaceFolders;

/// <summary>Folders came to the window or left it.</summary>
internal sealed class DidChangeWorkspaceFoldersHandler(ConfigurationControl configuration) : INotificationHandler<DidChangeWorkspaceFoldersParams>
{
    public void Handle(DidChangeWorkspaceFoldersParams notification) => configuration.ChangeFolders(notification.Event);
}
