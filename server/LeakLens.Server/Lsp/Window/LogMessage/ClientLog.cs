using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.Window.LogMessage;

/// <summary>The client's output channel. Nothing is ever written anywhere else: standard output belongs to the protocol.</summary>
internal sealed class ClientLog(Session session, MessageSender sender) : IRpcLog
{
    public void Warn(string message) => Send(MessageType.Warning, message);

    public void Error(string message, Exception exception) => Send(MessageType.Error, $"{message}: {exception}");

    /// <summary>Whether the client asked, with $/setTrace, to be told of the server's work.</summary>
    public bool IsTracing => session.Current.IsTracing;

    /// <summary>One line on what was done.</summary>
    public void Trace(string message)
    {
        if (IsTracing)
        {
            sender.Send(new OutgoingNotification(Methods.LogTrace, new LogTraceParams(message, Verbose: null)));
        }
    }

    private void Send(MessageType type, string message) =>
        sender.Send(new OutgoingNotification(Methods.LogMessage, new LogMessageParams(type, message)));
}
