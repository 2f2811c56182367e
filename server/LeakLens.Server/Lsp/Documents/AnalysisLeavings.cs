namespace LeakLens.Server.Lsp.Documents;

/// <summary>
/// What analyses leave behind for the collector is taken away while the user looks, not in the middle of the analysis of the next keystroke:
/// between two runs nearly all of it is dead, which makes that cheap; within one it is not.
/// </summary>
internal static class AnalysisLeavings
{
    /// <summary>Less than this, in bytes, is left for later: some analyses of a thousand lines.</summary>
    private const long WorthCollecting = 16 << 20;

    /// <summary>Long enough for the findings to be on their way, too short for the next keystroke.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(5);

    private static long _bytes;

    /// <summary>An analysis has allocated so many bytes. Whoever types on is not held up.</summary>
    public static async Task NoteAsync(long bytes, CancellationToken superseded)
    {
        if (Interlocked.Add(ref _bytes, bytes) < WorthCollecting)
        {
            return;
        }

        await Task.Delay(Patience, superseded).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!superseded.IsCancellationRequested && Interlocked.Exchange(ref _bytes, 0) >= WorthCollecting)
        {
            // The trees of open documents are old by then and are not looked through.
            GC.Collect(generation: 1, GCCollectionMode.Forced, blocking: true);
        }
    }
}
