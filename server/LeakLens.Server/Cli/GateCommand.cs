using System.Collections.Immutable;
using System.CommandLine;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Gate;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Rules;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Server.Cli;

/// <summary>May this code run? The strict profile, and an answer that a program can act on.</summary>
internal sealed class GateCommand : CliCommand
{
    /// <summary>What asks for it on the command line.</summary>
    public const string Word = "gate";

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files and folders; `-` reads one file from standard input [default: -]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _format = CreateChoice("--format", "How to print a refusal", "text", "text", "json");
    private readonly AllowanceOption _allowance = AllowanceOption.Create();

    public GateCommand()
        : base(Word, "May this code run? Prints a refusal, or nothing")
    {
        Add(_paths);
        Add(_format);
        Add(_allowance);
    }

    public override IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("leaklens gate - < generated.py && python3 generated.py", "run code only if it passes"),
        ("leaklens gate --format json plugin.py", "a refusal for machines"),
    ];

    public override IReadOnlyList<(string Code, string Meaning)> ExitCodes =>
    [
        ("0", "it may run; nothing is printed"),
        ("1", "blocked, or a person should look first"),
        ("2", "wrong usage, or a file that cannot be read"),
        ("101", "a defect in LeakLens"),
        ("", "Comments and configuration of the code itself are not heeded: whoever wrote it may have written those."),
        ("", "Of a folder everything is looked at, what git ignores and what lies in build or venv as well."),
    ];

    public override int Run(ParseResult arguments, CliHost host)
    {
        var catalogue = RuleCatalogue.BuiltIn;
        var profile = catalogue.FindProfile(RuleCatalogue.StrictProfile) ?? throw new InvalidOperationException("There is no strict profile.");
        var rules = profile.Apply(catalogue.Rules);
        var allowance = _allowance.Read(arguments);
        var report = Scanner.Scan(new ScanRequest(Find(arguments.GetValue(_paths), host), rules, Environment.ProcessorCount) { HonoursComments = false, Allowance = allowance }, cancellation: host.Cancellation);
        host.Cancellation.ThrowIfCancellationRequested();
        var keeper = new GateKeeper(new AnalysisOptions(rules) { HonoursComments = false, Allowance = allowance }, host.Cancellation);
        var refusals = report.Files.Select(keeper.Judge).OfType<Refusal>().ToArray();
        Write(refusals, arguments.GetValue(_format) is "json", host);
        ScanNotices.Write(host, report);
        return report.HasProblem(ScanProblemKind.Defect) ? ExitCode.Defect
            : report.HasProblem(ScanProblemKind.Unreadable) ? ExitCode.BadInput
            : refusals.Length > 0 ? ExitCode.Found
            : ExitCode.Clean;
    }

    private static DiscoveredFiles Find(string[]? paths, CliHost host) => paths switch
    {
        null or [] or [StandardInput.Path] => new DiscoveredFiles([new ScanSource(StandardInput.DisplayName, "", IsNamed: true, StandardInput.Read(host))], [], []),
        _ when paths.Contains(StandardInput.Path, StringComparer.Ordinal) => throw new UsageException("`-` stands alone: standard input is one file"),
        _ => FindAll(paths, host),
    };

    /// <summary>
    /// Of folders everything: what git ignores, and what lies in a folder that is called build or venv, runs like anything else. A folder without code is
    /// no answer: whoever asks would take silence for a yes.
    /// </summary>
    private static DiscoveredFiles FindAll(string[] paths, CliHost host)
    {
        var origin = new SettingOrigin("gate");
        var everything = new ConfigurationLayer { Exclude = new Setting<ImmutableArray<PathPattern>>([], origin), RespectGitignore = new Setting<bool>(Value: false, origin) };
        var configurations = new ConfigurationProvider(ConfigurationSource.Isolated(host.WorkingFolder) with { CommandLine = everything });
        var found = FileDiscovery.Find(paths, configurations, host.WorkingFolder, host.Cancellation);
        return found with { Problems = [.. found.Problems, .. found.EmptyFolders.Select(static folder => new ScanProblem(folder, ScanProblemKind.Unreadable, "no Python files: there is nothing to judge"))] };
    }

    private static void Write(Refusal[] refusals, bool asJson, CliHost host)
    {
        if (asJson)
        {
            if (refusals.Length > 0)
            {
                RefusalReport.WriteJson(host.Output, refusals.Max(static refusal => refusal.Verdict), refusals, ProductVersion.Text);
            }

            return;
        }

        foreach (var refusal in refusals)
        {
            RefusalReport.WriteText(host.Output, refusal);
        }
    }
}
