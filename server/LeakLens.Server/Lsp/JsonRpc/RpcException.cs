using LeakLens.Server.Lsp.Json;

namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>A refusal with a code of the protocol. It becomes the error response of the request it was thrown for.</summary>
internal sealed class RpcException(ErrorCode code, string message, IJsonWritable? details = null) : Exception(message)
{
    public ErrorCode Code { get; } = code;

    /// <summary>What the client needs to know besides the message.</summary>
    public IJsonWritable? Details { get; } = details;
}
