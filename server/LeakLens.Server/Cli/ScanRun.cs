using LeakLens.Engine.Findings;
using LeakLens.Workspace.Caching;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Discovery;
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

    /// <summary>Somebody wants to know what the programs read. Finding out means to look for all of it once more.</summary>
    public bool NotesReadFiles { get; init; }

    /// <summary>What the programs of the scan read, once it has run: full paths.</summary>
    public IReadOnlyCollection<string> ReadFiles { get; private set; } = [];

    public int Run()
    {
        // Before anything is analysed: a configuration with errors is said at once, and so is a report that cannot be written or a question that git or a baseline cannot answer.
        var format = _configurations.ForFolder(_host.WorkingFolder).OutputFormat.Value;
        foreach (var file in _options.Reports.Select(static target => target.File).OfType<string>())
        {
            ReportOutput.RequireFile(_host, file);
        }

        ScanReport report;
        try
        {
            var filters = new ScanFilters(_options, _host);
            report = Scan();
            report = filters.Apply(report);
        }
        catch (OperationCanceledException)
        {
            _host.Error.WriteLine("stopped before a file was analysed");
            return ExitCode.Interrupted;
        }

        WriteReports(report, format);
        if (!_options.IsQuiet)
        {
            ConfigurationNotices.WriteNotes(_host, _configurations);
        }

        if (report.WasStopped)
        {
            _host.Error.WriteLine($"stopped after {report.Files.Length} of {report.FilesFound} files; {WhatWasWritten(report, format)}");
            return ExitCode.Interrupted;
        }

        ScanNotices.Write(_host, report, _options.IsQuiet);
        return GetExitCode(report);
    }

    private ScanReport Scan()
    {
        var files = FindFiles();
        RuleNames.Require(_configurations, _options.Configuration.CommandLine, files.Files.Select(static file => file.FullPath));
        foreach (var folder in files.EmptyFolders)
        {
            WriteWarning($"no Python files in {DisplayWidth.Sanitize(folder)}");
        }

        var cache = _options.CacheFolder is { } folderOfCaches && files.Files.Any(static file => file.Content is null) ? ReportCache.Open(folderOfCaches, _host.WorkingFolder) : null;
        var request = new ScanRequest(files, RuleCatalogue.BuiltIn.RuleSet, _options.Jobs) { Configurations = _configurations, Allowance = _options.Allowance, FindsFixes = _options.ShowFixes, Cache = cache };
        var read = new HashSet<string>(StringComparer.Ordinal);
        request = request with { Done = NotesReadFiles ? (source, report) => NoteReadFiles(read, source, report) : null };
        ScanReport report;
        using (var progress = new ProgressLine(_host, files.Files.Length))
        {
            report = Scanner.Scan(request, _options.IsQuiet ? null : progress.Update, _host.Cancellation);
        }

        ReadFiles = read;
        cache?.Save();
        if (_options.IsCacheNamed && cache?.Problem is { } problem)
        {
            WriteWarning($"cannot keep results in {DisplayWidth.Sanitize(DisplayPath.From(_options.CacheFolder ?? "", _host.WorkingFolder))}: {problem}");
        }

        if (_options.Statistics)
        {
            ScanStatistics.Write(_host.Error, report, cache?.Hits ?? 0);
        }

        return report;
    }

    private static void NoteReadFiles(HashSet<string> read, ScanSource source, FileReport report)
    {
        foreach (var path in LeakLens.Workspace.DataFiles.ReadFiles.Of(source, report))
        {
            lock (read)
            {
                _ = read.Count < LeakLens.Workspace.DataFiles.ReadFiles.Most && read.Add(path);
            }
        }
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

        var source = ReadStandardInput();
        return new DiscoveredFiles(_options.StdinFilename is not null && _configurations.ForFile(source.FullPath).InsistsOnLeavingOut(source.FullPath) ? [] : [source], [], []);
    }

    private ScanSource ReadStandardInput()
    {
        var fullPath = Path.GetFullPath(_options.StdinFilename ?? StandardInput.DisplayName, _host.WorkingFolder);
        var name = _options.StdinFilename is null ? StandardInput.DisplayName : DisplayPath.From(fullPath, _host.WorkingFolder);
        return new ScanSource(name, fullPath, IsNamed: true, StandardInput.Read(_host));
    }

    private void WriteReports(ScanReport report, string format)
    {
        foreach (var target in _options.Reports)
        {
            if (CanTell(report, target.Format ?? format) && !(_options.IsQuiet && IsIdle(report, target, format)))
            {
                ReportOutput.Write(_host, report, target, format, _options.Color);
            }
        }
    }

    /// <summary>A scan that was stopped is told only where it can be told apart from a whole one.</summary>
    private static bool CanTell(ScanReport report, string format) => !report.WasStopped || (report.Files.Length > 0 && ReportFormats.CanBePartial(format));

    /// <summary>The sentence that nothing was found is for people who wait for one.</summary>
    private static bool IsIdle(ScanReport report, ReportTarget target, string format) =>
        target.File is null && (target.Format ?? format) is ReportFormats.Default && report.Files.All(static file => file.Findings.IsEmpty);

    private string WhatWasWritten(ScanReport report, string format) =>
        _options.Reports.Any(target => CanTell(report, target.Format ?? format)) ? "what was found in them was reported" : "no report was written";

    private void WriteWarning(string message)
    {
        if (!_options.IsQuiet)
        {
            _host.WriteWarning(message);
        }
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
