using System.CommandLine;
using LeakLens.Workspace.Reports;

namespace LeakLens.Server.Cli;

/// <summary>The command line of a scan; <see cref="ScanRun"/> carries it out.</summary>
internal sealed class ScanCommand : CliCommand
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files and folders; `-` reads one file from standard input [default: the current folder]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> _format = FormatOption.Create();
    private readonly Option<string> _output = new("--output", "-o") { Description = "Write the report to a file", HelpName = "FILE" };
    private readonly ConfigurationFlags _flags = new();
    private readonly Option<string> _failOn = CreateChoice("--fail-on", "Lowest level that gives exit code 1", "warning", "error", "warning", "note", "never");
    private readonly Option<bool> _exitZero = new("--exit-zero") { Description = "Exit with 0 even if something was found" };
    private readonly AllowanceOption _allowance = AllowanceOption.Create();
    private readonly Option<string> _jobs = new("--jobs", "-j") { Description = "Files to analyse at the same time [default: one for each processor]", HelpName = "N" };
    private readonly Option<string> _stdinFilename = new("--stdin-filename") { Description = "What to call standard input in the report", HelpName = "NAME" };
    private readonly Option<bool> _showFixes = new("--show-fixes") { Description = "Look for fixes, too: each is proven by one more analysis" };
    private readonly Option<bool> _statistics = new("--statistics") { Description = "Print counts and times to standard error" };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Print findings and errors, and nothing else" };
    private readonly Option<string> _baseline = new("--baseline") { Description = "Forgive the findings that this file names", HelpName = "FILE" };
    private readonly Option<string> _writeBaseline = new("--write-baseline") { Description = "Write the file, or take out of it what is not found any more", HelpName = "FILE" };
    private readonly Option<string> _diffBase = new("--diff-base") { Description = "Tell only what concerns lines that changed since a revision of git", HelpName = "REV" };
    private readonly CacheOptions _cache = new();
    private readonly Option<bool> _watch = new("--watch", "-w") { Description = "Scan again whenever a file changes, until Ctrl-C" };
    private readonly Option<string> _color = ColorChoice.CreateOption();

    public ScanCommand()
        : base("scan", "Analyse files and folders")
    {
        Add(_paths);
        foreach (var option in (Option[])[_format, _output, .. _flags.Options, _failOn, _exitZero, _baseline, _writeBaseline, _diffBase, _allowance, _jobs, .. _cache.Options, _stdinFilename, _showFixes, _statistics, _quiet, _watch, _color])
        {
            Add(option);
        }
    }

    public override IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("leaklens scan", "everything below this folder"),
        ("leaklens scan --format html -o report.html src", "a page to look at"),
        ("leaklens scan --format sarif=leaks.sarif src", "printed, and written for code scanning"),
        ("leaklens scan --write-baseline leaks.json", "forgive what is there today"),
        ("leaklens scan --baseline leaks.json", "and tell only what is new"),
        ("leaklens scan --diff-base origin/main", "what a branch changes"),
        ("leaklens scan - --stdin-filename app.py", "a text that an editor holds"),
    ];

    public override IReadOnlyList<(string Name, string Meaning)> Formats => ReportFormats.All;

    public override IReadOnlyList<(string Code, string Meaning)> ExitCodes =>
    [
        ("0", "nothing at or above --fail-on"),
        ("1", "something found"),
        ("2", "wrong usage, or a file that cannot be read; all other files are reported"),
        ("101", "a defect in LeakLens"),
        ("", "A syntax error is a warning: the statement is left out, the rest of its file is analysed."),
    ];

    public override int Run(ParseResult arguments, CliHost host)
    {
        var options = ReadOptions(arguments, host);
        return arguments.GetValue(_watch) ? new WatchRun(options, host).Run() : new ScanRun(options, host).Run();
    }

    private ScanOptions ReadOptions(ParseResult arguments, CliHost host) => new()
    {
        Paths = arguments.GetValue(_paths) is { Length: > 0 } paths ? paths : ["."],
        Reports = FormatOption.Read(arguments.GetValue(_format), arguments.GetValue(_output), host.WorkingFolder),
        Configuration = _flags.Read(arguments, host),
        FailOn = arguments.GetValue(_failOn) ?? "warning",
        ExitZero = arguments.GetValue(_exitZero),
        Allowance = _allowance.Read(arguments),
        Jobs = ReadJobs(arguments.GetValue(_jobs)),
        StdinFilename = arguments.GetValue(_stdinFilename) is "" ? throw new UsageException("--stdin-filename takes a name") : arguments.GetValue(_stdinFilename),
        ShowFixes = arguments.GetValue(_showFixes),
        Statistics = arguments.GetValue(_statistics),
        IsQuiet = arguments.GetValue(_quiet),
        CacheFolder = _cache.Read(arguments, host),
        IsCacheNamed = _cache.IsNamed(arguments),
        Baseline = ReadFile(_baseline, arguments, host),
        NewBaseline = ReadFile(_writeBaseline, arguments, host),
        DiffBase = arguments.GetValue(_diffBase),
        Color = arguments.GetValue(_color),
    };

    private static string? ReadFile(Option<string> option, ParseResult arguments, CliHost host) => arguments.GetValue(option) switch
    {
        null => null,
        "" => throw new UsageException($"{option.Name} takes the name of a file"),
        var file => Path.GetFullPath(file, host.WorkingFolder),
    };

    private static int ReadJobs(string? value)
    {
        if (value is null)
        {
            return Environment.ProcessorCount;
        }

        return int.TryParse(value, out var jobs) && jobs is >= 1 and <= 1024
            ? jobs
            : throw new UsageException($"--jobs takes a number from 1 to 1024, not '{value}'");
    }
}
