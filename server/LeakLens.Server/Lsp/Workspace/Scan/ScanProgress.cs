using System.Diagnostics;
using LeakLens.Server.Lsp.Window.WorkDoneProgress;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Server.Lsp.Workspace.Scan;

/// <summary>Counts what is done, and says so a few times a second.</summary>
internal sealed class ScanProgress(Task<ShownProgress?>? shown)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private int _files;
    private int _filesBefore;
    private int _findings;
    private long _lastTold;

    public void Begin(int files) => (_filesBefore, _files) = (_files, _files + files);

    public void Count(FileReport report) => Interlocked.Add(ref _findings, report.Findings.Length);

    /// <param name="done">Files of the present folder.</param>
    public void Tick(int done)
    {
        if (shown is not { IsCompletedSuccessfully: true, Result: { } progress } || Stopwatch.GetElapsedTime(_lastTold) < Interval)
        {
            return;
        }

        _lastTold = Stopwatch.GetTimestamp();
        var total = _filesBefore + done;
        progress.Report(FormattableString.Invariant($"{total:N0} of {_files:N0} files, {Volatile.Read(ref _findings):N0} findings"), (int)(100L * total / Math.Max(1, _files)));
    }
}
