namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>A refusal with a code of the protocol. It becomes the error response of the request it was thrown for.</summary>
internal sealed class RpcException(ErrorCode code, string message) : Exception(message)
{
    public ErrorCode Code { get; } = code;
}
