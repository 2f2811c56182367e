using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>Which handler serves which method.</summary>
internal sealed class HandlerTable(Func<SessionSnapshot> takeSnapshot)
{
    private readonly Dictionary<string, RequestEndpoint> _requests = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Action<JToken?>> _notifications = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> RequestMethods => _requests.Keys;

    public IReadOnlyCollection<string> NotificationMethods => _notifications.Keys;

    public void AddRequest<TParams, TResult>(string method, Func<JToken?, TParams> read, IRequestHandler<TParams, TResult> handler, bool inOrder = false)
        where TResult : class, IJsonWritable =>
        _requests.Add(method, new RequestEndpoint(json => Bind(read(json), handler), inOrder));

    public void AddRequest<TParams, TResult>(string method, Func<JsonFields, TParams> read, IRequestHandler<TParams, TResult> handler, bool inOrder = false)
        where TResult : class, IJsonWritable =>
        AddRequest(method, (JToken? json) => read(JsonFields.Of(json)), handler, inOrder);

    public void AddNotification<TParams>(string method, Func<JsonFields, TParams> read, INotificationHandler<TParams> handler) =>
        AddNotification(method, (JToken? json) => read(JsonFields.Of(json)), handler);

    public void AddNotification<TParams>(string method, Func<JToken?, TParams> read, INotificationHandler<TParams> handler) =>
        _notifications.Add(method, json => handler.Handle(read(json)));

    public RequestEndpoint? FindRequest(string method) => _requests.GetValueOrDefault(method);

    public Action<JToken?>? FindNotification(string method) => _notifications.GetValueOrDefault(method);

    private Func<CancellationToken, Task<IJsonWritable?>> Bind<TParams, TResult>(TParams request, IRequestHandler<TParams, TResult> handler)
        where TResult : class, IJsonWritable
    {
        var snapshot = takeSnapshot();
        return async token => await handler.Handle(request, snapshot, token);
    }
}
