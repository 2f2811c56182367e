using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.General.Initialized;

/// <summary>The client is ready. Nothing is registered dynamically, so there is nothing to do but to be warm when the first text comes.</summary>
internal sealed class InitializedHandler(Action warmUp) : INotificationHandler<NoParams>
{
    public void Handle(NoParams notification) => warmUp();
}
