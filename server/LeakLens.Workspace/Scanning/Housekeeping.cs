namespace LeakLens.Workspace.Scanning;

/// <summary>
/// Keeps a long scan small. The collector lets a hundred megabytes pile up before it looks, and what one large file took for a second it keeps for good.
/// Between two files hardly anything is alive: that is the cheapest moment to collect, and the only one to give back.
/// </summary>
internal sealed class Housekeeping
{
    /// <summary>Bytes that may be allocated before it is worth looking.</summary>
    private const long Litter = 48L << 20;

    /// <summary>Bytes that the process may hold without needing them.</summary>
    private const long Slack = 64L << 20;

    /// <summary>Bytes that the process may hold in any case: most scans never do.</summary>
    private const long Ample = 128L << 20;

    /// <summary>Giving back means moving all there is: once in so many bytes that were allocated.</summary>
    private const long BetweenReturns = 256L << 20;

    private readonly Lock _gate = new();
    private long _left;
    private long _returned;

    /// <summary>To be called when a file is done.</summary>
    public void Tidy()
    {
        if (GC.GetTotalMemory(forceFullCollection: false) - Volatile.Read(ref _left) < Litter || !_gate.TryEnter())
        {
            return;
        }

        try
        {
            GC.Collect(generation: 0, GCCollectionMode.Forced, blocking: true);
            var (info, allocated) = (GC.GetGCMemoryInfo(GCKind.Any), GC.GetTotalAllocatedBytes());
            if (info.TotalCommittedBytes > Ample && info.TotalCommittedBytes - info.HeapSizeBytes + info.FragmentedBytes > Slack && allocated - _returned > BetweenReturns)
            {
                _returned = allocated;
                GC.Collect(generation: 2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }

            Volatile.Write(ref _left, GC.GetTotalMemory(forceFullCollection: false));
        }
        finally
        {
            _gate.Exit();
        }
    }
}
