using LeakLens.Server.Lsp.Client.RegisterCapability;
using LeakLens.Server.Lsp.Configuration;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.General.Initialized;

/// <summary>The client is ready: it is told what to tell of, asked for its settings, and the server is warm when the first text comes.</summary>
internal sealed class InitializedHandler(Registrar registrar, ConfigurationControl configuration, Action warmUp) : INotificationHandler<NoParams>
{
    public void Handle(NoParams notification)
    {
        warmUp();
        _ = registrar.RegisterAsync();
        _ = configuration.LoadSettingsAsync();
    }
}
