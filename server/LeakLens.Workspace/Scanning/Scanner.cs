using System.Diagnostics;
using LeakLens.Engine;
using LeakLens.Engine.Rules;

namespace LeakLens.Workspace.Scanning;

/// <summary>
/// Analyses files side by side. Each worker takes the next file that nobody has taken, and puts the report in the file's own
/// place: the result is the same with any number of workers.
/// </summary>
public sealed class Scanner
{
    /// <summary>All workers get the same stack, in bytes: what is too deep for one is too deep for all.</summary>
    internal const int WorkerStackSize = 16 << 20;

    private static readonly TimeSpan TickInterval = TimeSpan.FromMilliseconds(50);

    private readonly ScanRequest _request;
    private readonly RuleSet[] _rules;
    private readonly FileReport?[] _reports;
    private readonly CancellationToken _cancellation;
    private readonly object _gate = new();
    private int _taken = -1;
    private int _running;
    private int _done;

    private Scanner(ScanRequest request, CancellationToken cancellation)
    {
        _request = request;
        _cancellation = cancellation;
        _rules = [.. request.Files.Files.Select(request.RulesFor)];
        _reports = new FileReport?[request.Files.Files.Length];
        _running = Math.Clamp(request.Jobs, 1, Math.Max(1, _reports.Length));
    }

    /// <summary>
    /// Scans, and returns early with what there is when the cancellation is asked for. <paramref name="tick"/> is called
    /// from this thread now and then, with the number of files that are done.
    /// </summary>
    public static ScanReport Scan(ScanRequest request, Action<int>? tick = null, CancellationToken cancellation = default)
    {
        var started = Stopwatch.GetTimestamp();
        var scanner = new Scanner(request, cancellation);
        scanner.StartWorkers();
        scanner.Wait(tick);
        var reports = scanner._reports.OfType<FileReport>();
        return new ScanReport([.. reports], request.Files.Problems, request.Files.Files.Length, Stopwatch.GetElapsedTime(started));
    }

    private void StartWorkers()
    {
        for (var i = _running; i > 0; i--)
        {
            // In the background: a read that hangs in the system does not keep a stopped program alive.
            new Thread(Work, WorkerStackSize) { IsBackground = true, Name = "scan" }.Start();
        }
    }

    private void Wait(Action<int>? tick)
    {
        while (!AreWorkersDone(TickInterval) && !_cancellation.IsCancellationRequested)
        {
            tick?.Invoke(Volatile.Read(ref _done));
        }

        if (_cancellation.IsCancellationRequested)
        {
            AreWorkersDone(TickInterval);
        }
    }

    private bool AreWorkersDone(TimeSpan patience)
    {
        lock (_gate)
        {
            return _running == 0 || (Monitor.Wait(_gate, patience) && _running == 0);
        }
    }

    private void Work()
    {
        try
        {
            while (!_cancellation.IsCancellationRequested && Interlocked.Increment(ref _taken) is var index && index < _reports.Length)
            {
                var source = _request.Files.Files[index];
                var report = FileAnalysis.Run(source, new AnalysisOptions(_rules[index]) { Allowance = _request.Allowance, HonoursComments = _request.HonoursComments }, _request, _cancellation);
                _reports[index] = report;
                Interlocked.Increment(ref _done);
                _request.Done?.Invoke(source, report);
            }
        }
        catch (OperationCanceledException)
        {
            // The file at hand has no report: that is how the scan says it was stopped.
        }
        finally
        {
            lock (_gate)
            {
                _running--;
                Monitor.PulseAll(_gate);
            }
        }
    }
}
