using System.Collections.Concurrent;
using System.Collections.Immutable;
using LeakLens.Server.Lsp.Configuration;
using LeakLens.Server.Lsp.Conversion;
using LeakLens.Server.Lsp.Documentation;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;
using LeakLens.Server.Lsp.Window.LogMessage;
using LeakLens.Server.Lsp.Window.WorkDoneProgress;
using LeakLens.Server.Lsp.Workspace.DidChangeWatchedFiles;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.DataFiles;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Rules;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Server.Lsp.Workspace.Scan;

/// <summary>
/// Scans folders in the background, one scan at a time. What is found is shown while it is found; what a scan found before and does not
/// find any more goes. Files that change afterwards are looked at again, one by one.
/// </summary>
internal sealed class WorkspaceScan(Session session, BackgroundDiagnostics background, ProgressDisplay progress, IRuleDocumentation documentation, ClientLog log, DataFileWatch dataFiles)
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _running;
    private bool _hasRun;

    /// <summary>What the last scan came to, for whoever reports on it; null before the first.</summary>
    public ScanSummary? Last { get; private set; }

    /// <summary>One core stays free for what the user is typing.</summary>
    private static int Jobs => Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>Scans the workspace once if the user's settings want its findings without being asked.</summary>
    public void StartIfWanted()
    {
        var current = session.Current;
        ImmutableArray<ScanTarget> wanted = [.. current.Configurations.Folders.Where(root => root.Settings.DiagnosesWorkspace).Select(root => new ScanTarget(root, Files: default))];
        if (!wanted.IsEmpty && !_hasRun)
        {
            _ = RunQuietlyAsync(wanted);
        }
    }

    public void Stop()
    {
        lock (_gate)
        {
            _running?.Cancel();
        }
    }

    /// <exception cref="RpcException">A scan is under way, or the configuration has errors.</exception>
    public async Task<ScanSummary> RunAsync(ImmutableArray<ScanTarget> targets, CancellationToken token)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        lock (_gate)
        {
            _running = _running is null ? stop : throw new RpcException(ErrorCode.RequestFailed, "A scan is under way already.");
            _hasRun = true;
        }

        var shown = progress.BeginAsync("LeakLens: scanning", stop.Cancel, percentage: 0);
        string? told = null;
        try
        {
            var summary = await Task.Run(() => Scan(targets, shown, stop.Token), CancellationToken.None);
            (Last, told) = (summary, summary.Describe());
            return summary;
        }
        catch (ConfigurationException exception)
        {
            throw new RpcException(ErrorCode.RequestFailed, $"{exception.Errors[0].File}:{exception.Errors[0].Line}: {exception.Message}");
        }
        catch (OperationCanceledException)
        {
            throw new RpcException(ErrorCode.RequestFailed, "The scan was stopped before a file was analysed.");
        }
        finally
        {
            lock (_gate)
            {
                _running = null;
            }

            _ = EndAsync(shown, told);
        }
    }

    /// <summary>The answer does not wait for a client that never says whether it shows progress.</summary>
    private static async Task EndAsync(Task<ShownProgress?> shown, string? message) => (await shown)?.End(message);

    /// <summary>Shows what is left of a scan's findings after some of them were forgiven.</summary>
    public void ShowAgain(WorkspaceRoot root, ScanReport report)
    {
        Last = new ScanSummary([report], [root.Path]);
        foreach (var file in report.Files)
        {
            Show(Path.GetFullPath(file.Path, root.Path), file);
        }
    }

    /// <summary>Looks again at files that have changed, if a scan has looked at them before.</summary>
    public void Follow(ImmutableArray<string> paths)
    {
        if (_hasRun && !paths.IsEmpty)
        {
            var configurations = session.Current.Configurations;
            var targets = paths.GroupBy(configurations.RootOf).Where(group => !group.Key.IsWindow).Select(group => new ScanTarget(group.Key, [.. group]));
            _ = Task.Run(() => LookAgain([.. targets]));
        }
    }

    private async Task RunQuietlyAsync(ImmutableArray<ScanTarget> targets)
    {
        try
        {
            await RunAsync(targets, CancellationToken.None);
        }
        catch (RpcException exception)
        {
            log.Warn(exception.Message);
        }
    }

    private void LookAgain(ImmutableArray<ScanTarget> targets)
    {
        try
        {
            foreach (var target in targets)
            {
                Scan(target, new ScanProgress(shown: null), CancellationToken.None);
            }
        }
        catch (ConfigurationException)
        {
            // It is shown in the file that has the errors.
        }
    }

    private ScanSummary Scan(ImmutableArray<ScanTarget> targets, Task<ShownProgress?> shown, CancellationToken token)
    {
        var display = new ScanProgress(shown);
        var reports = ImmutableArray.CreateBuilder<ScanReport>();
        foreach (var target in targets)
        {
            token.ThrowIfCancellationRequested();
            reports.Add(Scan(target, display, token));
        }

        return new ScanSummary(reports.ToImmutable(), [.. targets.Select(static target => target.Root.Path)]);
    }

    private ScanReport Scan(ScanTarget target, ScanProgress display, CancellationToken token)
    {
        var configurations = session.Current.Configurations.ProviderOf(target.Root);
        var files = ScanFiles.Find(target, configurations, token);
        var baseline = target.IgnoresBaseline ? null : session.Current.Configurations.BaselineOf(target.Root);
        var stale = StaleOf(target);
        display.Begin(files.Files.Length);
        var shown = new ConcurrentDictionary<string, (string FullPath, int Findings)>(StringComparer.Ordinal);
        var request = new ScanRequest(files, RuleCatalogue.BuiltIn.RuleSet, Jobs)
        {
            Configurations = configurations,
            Done = (source, report) =>
            {
                var told = baseline?.Forgive(report) ?? report;
                display.Count(told);
                Show(source.FullPath, told);
                if (report.Findings.Any(static finding => finding.HeldBy is not null))
                {
                    shown[report.Path] = (source.FullPath, report.Findings.Length);
                }

                if (!report.Dependencies.IsEmpty)
                {
                    dataFiles.Note(source.FullPath, ReadFiles.Of(source, report));
                }
            },
        };
        var report = Scanner.Scan(request, display.Tick, token);
        foreach (var file in report.Files)
        {
            // When all files are read, some are seen to look after what others fill.
            if (shown.TryGetValue(file.Path, out var before) && file.Findings.Length < before.Findings)
            {
                Show(before.FullPath, baseline?.Forgive(file) ?? file);
            }
        }

        if (!report.WasStopped)
        {
            foreach (var path in stale.Except(files.Files.Select(file => file.FullPath), StringComparer.Ordinal))
            {
                background.Put(path, []);
            }
        }

        return baseline?.Forgive(report) ?? report;
    }

    /// <summary>Python files of which something was known that this scan would find again.</summary>
    private HashSet<string> StaleOf(ScanTarget target) => target.Files.IsDefault
        ? [.. background.Paths().Where(path => target.Root.Contains(path) && !ConfigurationCheck.IsConfigurationFile(path))]
        : [.. target.Files];

    private void Show(string path, FileReport report)
    {
        if (report.Text is not { } text)
        {
            background.Put(path, []);
            return;
        }

        var client = session.Current.Client;
        var places = new FilePlaces(DocumentPath.ToUri(path), text);
        background.Put(path, [.. report.Findings.Select(finding => ProtocolConverter.ToDiagnostic(places, finding, client, documentation))]);
    }
}
