using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.Window.WorkDoneProgress;

/// <summary>The user called off what takes its time.</summary>
internal sealed class WorkDoneProgressCancelHandler(ProgressDisplay progress) : INotificationHandler<WorkDoneProgressCancelParams>
{
    public void Handle(WorkDoneProgressCancelParams notification) => progress.Cancel(notification.Token);
}
