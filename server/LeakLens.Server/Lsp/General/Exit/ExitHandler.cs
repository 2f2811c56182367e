using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.General.Exit;

/// <summary>Ends the process.</summary>
internal sealed class ExitHandler(ServerLifecycle lifecycle) : INotificationHandler<NoParams>
{
    public void Handle(NoParams notification) => lifecycle.Leave();
}
