using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.General;

/// <summary>Where the server stands between initialize and exit, and what it takes there.</summary>
internal sealed class ServerLifecycle : IMessageGate, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private State _state = State.Started;

    private enum State
    {
        Started,
        Initialized,
        ShutDown,
    }

    /// <summary>0 when the client asked for a shutdown before it left, otherwise 1, as the protocol wants it.</summary>
    public int ExitCode => _state == State.ShutDown ? 0 : 1;

    /// <summary>Cancelled when the server shall end.</summary>
    public CancellationToken Left => _left.Token;

    public void Initialize() => _state = State.Initialized;

    public void ShutDown() => _state = State.ShutDown;

    public void Leave() => _left.Cancel();

    public RpcException? Refuse(string requestMethod) => _state switch
    {
        State.Started when !IsInitialize(requestMethod) => new RpcException(ErrorCode.ServerNotInitialized, "The first request is initialize."),
        State.Initialized when IsInitialize(requestMethod) => new RpcException(ErrorCode.InvalidRequest, "The server is initialized already."),
        State.ShutDown => new RpcException(ErrorCode.InvalidRequest, "The server is shut down; only exit is left."),
        _ => null,
    };

    public bool Drops(string notificationMethod) => _state != State.Initialized && !string.Equals(notificationMethod, Methods.Exit, StringComparison.Ordinal);

    public void Dispose() => _left.Dispose();

    private static bool IsInitialize(string method) => string.Equals(method, Methods.Initialize, StringComparison.Ordinal);
}
