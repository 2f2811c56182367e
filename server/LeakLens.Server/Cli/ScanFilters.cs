using LeakLens.Server.Git;
using LeakLens.Workspace.Baselines;
using LeakLens.Workspace.Changes;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Server.Cli;

/// <summary>What a user does not want to hear of: what is older than a revision, what a baseline forgives. Both are asked before the scan, which may take long.</summary>
internal sealed class ScanFilters
{
    private readonly ScanOptions _options;
    private readonly CliHost _host;
    private readonly GitDifference? _difference;
    private readonly Baseline? _baseline;

    /// <exception cref="UsageException">git or the baseline cannot answer.</exception>
    public ScanFilters(ScanOptions options, CliHost host)
    {
        _options = options;
        _host = host;
        _difference = options.DiffBase is { } revision ? FindDifference(revision) : null;
        var existing = options.Baseline ?? (File.Exists(options.NewBaseline) ? options.NewBaseline : null);
        _baseline = existing is null ? null : Read(existing);
    }

    public ScanReport Apply(ScanReport report)
    {
        if (_difference is { } difference)
        {
            report = ChangeFilter.Apply(report, path => difference.LinesOf(Path.GetFullPath(path, _host.WorkingFolder)));
        }

        var forgiven = _options.NewBaseline is { } file && !report.WasStopped ? Write(file, report) : _baseline;
        TellGone(report, forgiven);
        return forgiven?.Apply(report) ?? report;
    }

    /// <summary>The first time all that is found; from then on the file loses what is not found any more, and gains nothing.</summary>
    private Baseline Write(string file, ScanReport report)
    {
        var baseline = _baseline?.Shrink(report) ?? Baseline.Of(report, file, _host.WorkingFolder);
        try
        {
            BaselineFile.Write(file, baseline.Entries);
        }
        catch (BaselineException exception)
        {
            throw new UsageException($"cannot write {DisplayPath.From(file, _host.WorkingFolder)}: {exception.Message}");
        }

        if (!_options.IsQuiet)
        {
            var lost = (_baseline?.Entries.Length ?? baseline.Entries.Length) - baseline.Entries.Length;
            _host.Error.WriteLine($"{DisplayWidth.Sanitize(DisplayPath.From(file, _host.WorkingFolder))}: {Plural.Of(baseline.Entries.Length, "finding")} forgiven{(lost > 0 ? $", {lost} fewer than before" : "")}");
        }

        return baseline;
    }

    private void TellGone(ScanReport report, Baseline? forgiven)
    {
        // Of a scan that looks at changes only, what it does not find says nothing.
        if (_options.IsQuiet || _options.NewBaseline is not null || _difference is not null || forgiven is null || report.WasStopped)
        {
            return;
        }

        var gone = forgiven.Entries.Length - forgiven.Shrink(report).Entries.Length;
        if (gone > 0)
        {
            _host.Error.WriteLine($"{Plural.Of(gone, "finding")} of the baseline {(gone == 1 ? "is" : "are")} gone: --write-baseline takes {(gone == 1 ? "it" : "them")} out");
        }
    }

    private GitDifference FindDifference(string revision)
    {
        try
        {
            return GitDifference.FindAsync(_host.WorkingFolder, revision, _host.Cancellation).GetAwaiter().GetResult();
        }
        catch (GitException exception)
        {
            throw new UsageException($"--diff-base: {exception.Message.TrimEnd('.')}");
        }
    }

    private Baseline Read(string file)
    {
        try
        {
            return new Baseline(file, _host.WorkingFolder, BaselineFile.Read(file));
        }
        catch (BaselineException exception)
        {
            throw new UsageException($"cannot use the baseline {DisplayPath.From(file, _host.WorkingFolder)}: {exception.Message}");
        }
    }
}
