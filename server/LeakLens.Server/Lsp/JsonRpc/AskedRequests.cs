using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>Our own requests that the client has not answered yet.</summary>
internal sealed class AskedRequests
{
    private readonly Lock _gate = new();
    private readonly Dictionary<RequestId, TaskCompletionSource<JToken?>> _asked = [];
    private long _lastId;

    public RequestId Begin(out Task<JToken?> answer)
    {
        var completion = new TaskCompletionSource<JToken?>(TaskCreationOptions.RunContinuationsAsynchronously);
        answer = completion.Task;
        lock (_gate)
        {
            var id = RequestId.Of(++_lastId);
            _asked.Add(id, completion);
            return id;
        }
    }

    /// <returns>False when nothing was asked under this id.</returns>
    public bool TryComplete(IncomingResponse response)
    {
        if (response.Id is not { } id || Take(id) is not { } completion)
        {
            return false;
        }

        if (response.Error is JObject error)
        {
            completion.SetException(new RpcException(ErrorCode.RequestFailed, (string?)error["message"] ?? "The client refused the request."));
            return true;
        }

        completion.SetResult(response.Result);
        return true;
    }

    public void CancelAll()
    {
        lock (_gate)
        {
            foreach (var completion in _asked.Values)
            {
                completion.TrySetCanceled();
            }

            _asked.Clear();
        }
    }

    private TaskCompletionSource<JToken?>? Take(RequestId id)
    {
        lock (_gate)
        {
            return _asked.Remove(id, out var completion) ? completion : null;
        }
    }
}
