using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>What the server asks the client.</summary>
internal sealed class ClientRequests(AskedRequests asked, MessageSender sender)
{
    /// <summary>The answer; null also when the client refuses or leaves: nothing that is asked is needed to go on.</summary>
    public async Task<JToken?> AskAsync(string method, IJsonWritable? parameters)
    {
        var id = asked.Begin(out var answer);
        sender.Send(new OutgoingRequest(id, method, parameters));
        try
        {
            return await answer;
        }
        catch (Exception exception) when (exception is RpcException or OperationCanceledException)
        {
            return null;
        }
    }
}
