using LeakLens.Server.Lsp.Json;
using LeakLens.Server.Lsp.JsonRpc;

namespace LeakLens.Server.Lsp.Protocol;

internal sealed record CancelParams(RequestId Id)
{
    public static CancelParams Read(JsonFields json) =>
        RequestId.TryRead(json.Find("id"), out var id) ? new CancelParams(id) : throw new RpcException(ErrorCode.InvalidParams, "params.id: expected a number or a text.");
}
