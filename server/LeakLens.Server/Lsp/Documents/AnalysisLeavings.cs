namespace LeakLens.Server.Lsp.Documents;

/// <summary>
/// What analyses leave behind for the collector is taken away while the user looks, not in the middle of the analysis of the next keystroke:
/// between two runs nearly all of it is dead, which makes that cheap; within one it is not.
/// </summary>
internal static class AnalysisLeavings
{
    /// <summary>Less than this, in bytes, is left for later: about one analysis of a thousand lines. What survives is then little, and the collector never comes by itself.</summary>
    private const long WorthCollecting = 4 << 20;

    /// <summary>After so many collections what has become old is looked through as well, lest the collector does that in the middle of an analysis.</summary>
    private const int YoungBetweenFull = 4;

    /// <summary>In bytes. A larger heap takes too long for that: a keystroke might come meanwhile.</summary>
    private const long MostForFull = 128 << 20;

    /// <summary>Long enough for the findings to be on their way, too short for the next keystroke.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(5);

    private static long _collected;
    private static int _collections;

    /// <summary>After an analysis. Whoever types on is not held up.</summary>
    public static async Task CollectAsync(CancellationToken superseded)
    {
        if (GC.GetTotalAllocatedBytes() - Interlocked.Read(ref _collected) < WorthCollecting)
        {
            return;
        }

        await Task.Delay(Patience, superseded).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!superseded.IsCancellationRequested && GC.GetTotalAllocatedBytes() is var bytes && bytes - Interlocked.Exchange(ref _collected, bytes) >= WorthCollecting)
        {
            // The trees of open documents are old by then and are not looked through.
            GC.Collect(generation: 1, GCCollectionMode.Forced, blocking: true);
            if (Interlocked.Increment(ref _collections) % YoungBetweenFull == 0 && !superseded.IsCancellationRequested && GC.GetTotalMemory(forceFullCollection: false) < MostForFull)
            {
                GC.Collect(generation: 2, GCCollectionMode.Forced, blocking: true, compacting: false);
            }
        }
    }
}
