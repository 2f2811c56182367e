using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.Json;
using LeakLens.Server.Lsp.JsonRpc;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.TextDocument.CodeActions;

/// <summary>Makes the edit of the action that the user has chosen.</summary>
internal sealed class CodeActionResolveHandler : IRequestHandler<JObject, ResolvedAction>
{
    public static JObject Read(JToken? json) => json as JObject ?? throw new RpcException(ErrorCode.InvalidParams, "params: expected an object.");

    public async Task<ResolvedAction?> Handle(JObject request, SessionSnapshot snapshot, CancellationToken token)
    {
        var data = request["data"] is JObject own ? ActionData.Read(JsonFields.Of(own, "params.data")) : null;
        return new ResolvedAction(request, data is null ? null : await ActionEdits.FindAsync(data, snapshot, token));
    }
}
