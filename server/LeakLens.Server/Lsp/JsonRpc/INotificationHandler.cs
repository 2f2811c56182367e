namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>
/// Takes one notification. Notifications are handled one after the other in the order they came, and before anything
/// that came later: this is the session's single writer, so a handler is quick and leaves work to others.
/// </summary>
internal interface INotificationHandler<in TParams>
{
    void Handle(TParams notification);
}
