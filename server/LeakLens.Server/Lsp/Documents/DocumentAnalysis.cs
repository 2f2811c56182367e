using System.Diagnostics;
using System.Globalization;
using LeakLens.Engine;
using LeakLens.Server.Lsp.JsonRpc;

namespace LeakLens.Server.Lsp.Documents;

/// <summary>
/// The analysis of one version of a document. It runs once, when first asked for, and everyone who asks shares it; a
/// newer version calls it off. Versions of one document never run side by side, so typing cannot pile up work.
/// </summary>
#pragma warning disable CA1001 // The source of the token has neither timer nor wait handle: there is nothing to dispose of.
internal sealed class DocumentAnalysis
#pragma warning restore CA1001
{
    /// <summary>Hardly anybody types on after a longer pause than this.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(150);

    private static readonly string ProcessMark = Stopwatch.GetTimestamp().ToString("x", CultureInfo.InvariantCulture);
    private static long _count;

    private readonly Func<CancellationToken, AnalysisResult> _analyze;
    private readonly Func<CancellationToken, Task>? _rehearse;
    private readonly CancellationTokenSource _superseded = new();
    private readonly Lock _gate = new();
    private Task? _older;
    private Task<AnalysisResult>? _result;
    private TimeSpan _lastCost;

    /// <param name="rehearse">What may be done over and over when it is done; null for nothing.</param>
    public DocumentAnalysis(Func<CancellationToken, AnalysisResult> analyze, DocumentAnalysis? older, Func<CancellationToken, Task>? rehearse = null)
    {
        _analyze = analyze;
        _rehearse = rehearse;
        if (older is not null)
        {
            (_older, _lastCost, var isDone) = older.GetHeritage();
            Delay = isDone ? TimeSpan.Zero : _lastCost < LongestDelay ? _lastCost : LongestDelay;
        }
    }

    /// <summary>Tells it from every other analysis, also from those of a server before this one.</summary>
    public string Id { get; } = string.Create(CultureInfo.InvariantCulture, $"{ProcessMark}-{Interlocked.Increment(ref _count)}");

    /// <summary>The result, if it is there already; null while it is not.</summary>
    public AnalysisResult? ResultSoFar => Volatile.Read(ref _result) is { IsCompletedSuccessfully: true } result ? result.Result : null;

    /// <summary>Cancelled when a newer version is there or the document was closed.</summary>
    public CancellationToken Superseded => _superseded.Token;

    /// <summary>
    /// How long to wait for the next keystroke before starting. Not at all when the version before was finished: whoever types that slowly
    /// sees the findings of each keystroke. Whoever types faster than a run takes would only have one run after the other called off, so
    /// the next begins when they pause.
    /// </summary>
    public TimeSpan Delay { get; }

    /// <summary>How long the run took; before its end, what the older version took.</summary>
    public TimeSpan Cost => _lastCost;

    /// <summary>Waits for the end of the delay, unless there is a result already or a newer version comes.</summary>
    public async Task PauseAsync(CancellationToken token)
    {
        if (ResultSoFar is null && Delay > TimeSpan.Zero)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(token, Superseded);
            await Task.Delay(Delay, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            token.ThrowIfCancellationRequested();
        }
    }

    public void Supersede() => _superseded.Cancel();

    /// <exception cref="RpcException">The document has a newer version.</exception>
    /// <exception cref="OperationCanceledException">The one who waits was called off.</exception>
    public async Task<AnalysisResult> GetResultAsync(CancellationToken waiter)
    {
        try
        {
            return await Start().WaitAsync(waiter);
        }
        catch (OperationCanceledException) when (Superseded.IsCancellationRequested && !waiter.IsCancellationRequested)
        {
            throw new RpcException(ErrorCode.ContentModified, "The document has changed since.");
        }
    }

    private Task<AnalysisResult> Start()
    {
        lock (_gate)
        {
            return _result ??= RunAsync(_older);
        }
    }

    private async Task<AnalysisResult> RunAsync(Task? older)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        if (older is not null)
        {
            await older.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _older = null;
        }

        Superseded.ThrowIfCancellationRequested();
        var started = Stopwatch.GetTimestamp();
        var result = _analyze(Superseded);
        _lastCost = Stopwatch.GetElapsedTime(started);
        _ = AfterwardsAsync();
        return result;
    }

    /// <summary>What is done while the user looks.</summary>
    private async Task AfterwardsAsync()
    {
        await AnalysisLeavings.CollectAsync(Superseded);
        if (_rehearse is not null)
        {
            await _rehearse(Superseded);
        }
    }

    /// <summary>What the next version needs to know: the run it has to wait for, what to expect of its own, and whether this one came to its end.</summary>
    private (Task? Running, TimeSpan Cost, bool IsDone) GetHeritage()
    {
        lock (_gate)
        {
            var running = _result ?? _older;
            return (running is { IsCompleted: false } ? running : null, _lastCost, _result is { IsCompletedSuccessfully: true });
        }
    }
}
