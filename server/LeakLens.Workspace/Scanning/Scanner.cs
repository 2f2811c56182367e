using System.Collections.Immutable;
using System.Diagnostics;
using LeakLens.Engine;
using LeakLens.Engine.Rules;
using LeakLens.Workspace.DataFiles;
using LeakLens.Workspace.Deployments;

namespace LeakLens.Workspace.Scanning;

/// <summary>
/// Analyses files side by side. Each worker takes the next file that nobody has taken, and puts the report in the file's own
/// place: the result is the same with any number of workers.
/// </summary>
public sealed class Scanner
{
    /// <summary>All workers get the same stack, in bytes: what is too deep for one is too deep for all.</summary>
    internal const int WorkerStackSize = 16 << 20;

    /// <summary>Characters of texts that a scan keeps as they are. Those of most projects are never packed.</summary>
    private const int MostOpenText = 2 << 20;

    private static readonly TimeSpan TickInterval = TimeSpan.FromMilliseconds(50);

    private readonly ScanRequest _request;
    private readonly RuleSet[] _rules;
    private readonly FileReport?[] _reports;

    /// <summary>Indices of the Python files, which are analysed first, and of the files of deployments, which are judged by what was found in those.</summary>
    private readonly int[] _first;
    private readonly int[] _last;
    private readonly DeploymentScan _deployments;
    private readonly Housekeeping _housekeeping = new();
    private readonly CancellationToken _cancellation;
    private readonly object _gate = new();
    private int _taken = -1;
    private int _running;
    private int _done;
    private int _openText;

    private Scanner(ScanRequest request, CancellationToken cancellation)
    {
        _request = request;
        _cancellation = cancellation;
        _rules = [.. request.Files.Files.Select(request.RulesFor)];
        _reports = new FileReport?[request.Files.Files.Length];
        _first = [.. Enumerable.Range(0, _reports.Length).Where(index => !DeploymentScan.IsMeant(request.Files.Files[index]))];
        _last = [.. Enumerable.Range(0, _reports.Length).Except(_first)];
        _deployments = DeploymentScan.Prepare([.. _last.Select(index => request.Files.Files[index])]);
        _running = Math.Clamp(request.Jobs, 1, Math.Max(1, _first.Length));
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
        scanner.JudgeDeployments();
        var programs = scanner._reports.OfType<FileReport>().ToImmutableArray();
        var reports = DataFileReports.Merge([.. programs, .. scanner.LookIntoUnread(programs)]);

        // Code that nobody trusts is not excused by other code.
        reports = request.HonoursComments ? TendedElsewhere.Remove(reports) : reports;
        return new ScanReport(reports, request.Files.Problems, request.Files.Files.Length + reports.Length - programs.Length, Stopwatch.GetElapsedTime(started));
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

    private void JudgeDeployments()
    {
        if (_last.Length == 0 || _cancellation.IsCancellationRequested)
        {
            return;
        }

        try
        {
            _deployments.Learn(_first.Select(index => _reports[index]).OfType<FileReport>());
            for (var i = 0; i < _last.Length; i++)
            {
                Finish(_last[i], _deployments.Judge(i, OptionsOf(_last[i]), _request.FindsFixes, _cancellation));
            }
        }
        catch (OperationCanceledException)
        {
            // As below.
        }
    }

    /// <summary>Data files that look encoded and that no program was seen to run: they are few, and small.</summary>
    private IEnumerable<FileReport> LookIntoUnread(IEnumerable<FileReport> programs)
    {
        var told = programs.SelectMany(static report => report.DataFiles).Select(static report => report.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var source in _request.Files.Disguised.Where(source => !told.Contains(source.Path)))
        {
            if (!_cancellation.IsCancellationRequested && DataFileReports.OfUnread(source, _request.RulesFor(source)) is { } report)
            {
                yield return report;
            }
        }
    }

    private AnalysisOptions OptionsOf(int index) => new(_rules[index]) { Target = _request.TargetFor(_request.Files.Files[index]), Models = _request.ModelsFor(_request.Files.Files[index]), Allowance = _request.Allowance, HonoursComments = _request.HonoursComments, Server = _deployments.Server };

    private void Finish(int index, FileReport report)
    {
        _request.Done?.Invoke(_request.Files.Files[index], report);
        _reports[index] = ToKeep(report);
        Interlocked.Increment(ref _done);
    }

    /// <summary>What reports need until the last file is done: what an answer depends on is asked for while it is new.</summary>
    private FileReport ToKeep(FileReport report)
    {
        var kept = report.Dependencies.IsEmpty ? report : report with { Dependencies = [] };
        if (kept.TextLength == 0 || Interlocked.Add(ref _openText, kept.TextLength) <= MostOpenText)
        {
            return kept;
        }

        Interlocked.Add(ref _openText, -kept.TextLength);
        return kept.Pack();
    }

    private void Work()
    {
        try
        {
            while (!_cancellation.IsCancellationRequested && Interlocked.Increment(ref _taken) is var next && next < _first.Length)
            {
                var index = _first[next];
                Finish(index, FileAnalysis.Run(_request.Files.Files[index], OptionsOf(index), _request, _cancellation));
                _housekeeping.Tidy();
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
