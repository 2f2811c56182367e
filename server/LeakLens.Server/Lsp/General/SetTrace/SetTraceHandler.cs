using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.General.SetTrace;

/// <summary>How much the client wants to hear of the server's work.</summary>
internal sealed class SetTraceHandler(Session session) : INotificationHandler<SetTraceParams>
{
    public void Handle(SetTraceParams notification) => session.SetTrace(notification.Value);
}
