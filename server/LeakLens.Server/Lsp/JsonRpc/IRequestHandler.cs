using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>
/// Answers one request. It works on the snapshot that was current when the request arrived: what the client sends
/// meanwhile does not change it.
/// </summary>
internal interface IRequestHandler<in TParams, TResult>
    where TResult : class, IJsonWritable
{
    /// <exception cref="RpcException">The request is refused; the client gets its code and message.</exception>
    Task<TResult?> Handle(TParams request, SessionSnapshot snapshot, CancellationToken token);
}
