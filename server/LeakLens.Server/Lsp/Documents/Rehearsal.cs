using System.Diagnostics;
using LeakLens.Engine;

namespace LeakLens.Server.Lsp.Documents;

/// <summary>
/// The first analyses of a process run code that is not compiled well yet, and take twice as long as later ones. So what was analysed is analysed again a few times
/// while nobody types: for nothing but that, and never again in the life of the process.
/// </summary>
internal sealed class Rehearsal
{
    /// <summary>Of all of them together: large files are rehearsed less often.</summary>
    private static readonly TimeSpan LongestInAll = TimeSpan.FromMilliseconds(600);

    /// <summary>Long enough for the findings to be on their way, and for what was called often to be compiled.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(12);

    private int _left;
    private long _took;

    public Rehearsal(int times) => _left = times;

    /// <summary>Until there were enough, or a newer version is there.</summary>
    public async Task RunAsync(Func<CancellationToken, AnalysisResult> analyze, CancellationToken superseded)
    {
        while (Volatile.Read(ref _left) > 0 && Volatile.Read(ref _took) < LongestInAll.Ticks)
        {
            await Task.Delay(Pause, superseded).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (superseded.IsCancellationRequested)
            {
                return;
            }

            Once(analyze, superseded);
            await AnalysisLeavings.CollectAsync(superseded);
        }
    }

    private void Once(Func<CancellationToken, AnalysisResult> analyze, CancellationToken superseded)
    {
        var started = Stopwatch.GetTimestamp();
        Interlocked.Decrement(ref _left);
        try
        {
            analyze(superseded);
        }
        catch (OperationCanceledException)
        {
            // Somebody types: what is waited for comes first.
        }

        Interlocked.Add(ref _took, Stopwatch.GetElapsedTime(started).Ticks);
    }
}
