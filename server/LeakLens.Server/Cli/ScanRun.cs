using LeakLens.Engine.Findings;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Rules;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Server.Cli;

/// <summary>One scan, from paths to exit code. Results go to the output; all else to the error stream.</summary>
internal sealed class ScanRun
{
    private readonly ScanOptions _options;
    private readonly CliHost _host;
    private readonly ConfigurationProvider _configurations;

    public ScanRun(ScanOptions options, CliHost host)
    {
        _options = options;
        _host = host;
        _configurations = new ConfigurationProvider(options.Configuration);
    }

    public int Run()
    {
        // Before anything is analysed: a configuration with errors is said at once.
        var format = _configurations.ForFolder(_host.WorkingFolder).OutputFormat.Value;
        ScanReport report;
        try
        {
            report = Scan();
        }
        catch (OperationCanceledException)
        {
            _host.Error.WriteLine("stopped before a file was analysed");
            return ExitCode.Interrupted;
        }

        if (report.WasStopped)
        {
            _host.Error.WriteLine($"stopped after {report.Files.Length} of {report.FilesFound} files; no report was written");
            return ExitCode.Interrupted;
        }

        foreach (var target in _options.Reports)
        {
            ReportOutput.Write(_host, report, target, format, _options.Color);
        }

        ScanNotices.Write(_host, report);
        if (_options.Statistics)
        {
            ScanStatistics.Write(_host.Error, report);
        }

        return GetExitCode(report);
    }

    private ScanReport Scan()
    {
        var files = FindFiles();
        foreach (var folder in files.EmptyFolders)
        {
            _host.WriteWarning($"no Python files in {DisplayWidth.Sanitize(folder)}");
        }

        using var progress = new ProgressLine(_host, files.Files.Length);
        return Scanner.Scan(new ScanRequest(files, RuleCatalogue.BuiltIn.RuleSet, _options.Jobs) { Configurations = _configurations, Allowance = _options.Allowance, FindsFixes = _options.ShowFixes }, progress.Update, _host.Cancellation);
    }

    private DiscoveredFiles FindFiles()
    {
        if (!_options.Paths.Contains(StandardInput.Path, StringComparer.Ordinal))
        {
            return _options.StdinFilename is null
                ? FileDiscovery.Find(_options.Paths, _configurations, _host.WorkingFolder, _host.Cancellation)
                : throw new UsageException("--stdin-filename goes with the path `-`");
        }

        if (_options.Paths.Count > 1)
        {
            throw new UsageException("`-` stands alone: standard input is one file");
        }

        return new DiscoveredFiles([ReadStandardInput()], [], []);
    }

    private ScanSource ReadStandardInput()
    {
        var fullPath = Path.GetFullPath(_options.StdinFilename ?? StandardInput.DisplayName, _host.WorkingFolder);
        var name = _options.StdinFilename is null ? StandardInput.DisplayName : DisplayPath.From(fullPath, _host.WorkingFolder);
        return new ScanSource(name, fullPath, IsNamed: true, StandardInput.Read(_host));
    }

    private int GetExitCode(ScanReport report)
    {
        if (report.HasProblem(ScanProblemKind.Defect))
        {
            return ExitCode.Defect;
        }

        if (report.HasProblem(ScanProblemKind.Unreadable))
        {
            return ExitCode.BadInput;
        }

        return HasFailure(report) && !_options.ExitZero ? ExitCode.Found : ExitCode.Clean;
    }

    private bool HasFailure(ScanReport report)
    {
        var errors = report.Count(FindingLevel.Error);
        var warnings = report.Count(FindingLevel.Warning);
        return _options.FailOn switch
        {
            "error" => errors > 0,
            "warning" => errors + warnings > 0,
            "note" => errors + warnings + report.Count(FindingLevel.Note) > 0,
            _ => false,
        };
    }
}
