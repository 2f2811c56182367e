using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.General.CancelRequest;

/// <summary>Calls a running request off; its answer is then an error that says so.</summary>
internal sealed class CancelRequestHandler(RunningRequests running) : INotificationHandler<CancelParams>
{
    public void Handle(CancelParams notification) => running.Cancel(notification.Id);
}
