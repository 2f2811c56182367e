namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>The client's requests that are being worked on, so that it can call them off.</summary>
internal sealed class RunningRequests
{
    private readonly Lock _gate = new();
    private readonly Dictionary<RequestId, CancellationTokenSource> _running = [];

    /// <summary>Null when a request with this id is still running.</summary>
    public CancellationTokenSource? TryBegin(RequestId id)
    {
        var cancellation = new CancellationTokenSource();
        lock (_gate)
        {
            if (_running.TryAdd(id, cancellation))
            {
                return cancellation;
            }
        }

        cancellation.Dispose();
        return null;
    }

    public void End(RequestId id)
    {
        lock (_gate)
        {
            if (_running.Remove(id, out var cancellation))
            {
                cancellation.Dispose();
            }
        }
    }

    /// <summary>Calls a request off; one that is already answered is passed over, as the protocol wants it.</summary>
    public void Cancel(RequestId id)
    {
        lock (_gate)
        {
            if (_running.TryGetValue(id, out var cancellation))
            {
                _ = cancellation.CancelAsync();
            }
        }
    }

    public void CancelAll()
    {
        lock (_gate)
        {
            foreach (var cancellation in _running.Values)
            {
                _ = cancellation.CancelAsync();
            }
        }
    }
}
