using System.CommandLine;
using LeakLens.Server.Git;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Scanning;
using LeakLens.Workspace.Suppressions;

namespace LeakLens.Server.Cli;

/// <summary>Lists what comments accept, with reasons and ages: a project's debts.</summary>
internal sealed class SuppressionsCommand : CliCommand
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files and folders [default: the current folder]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _format = CreateChoice("--format", "How to print them", "text", "text", "json");
    private readonly ConfigurationFlags _flags = new();

    public SuppressionsCommand()
        : base("suppressions", "List every suppression with its reason and its age")
    {
        Add(_paths);
        Add(_format);
        foreach (var option in _flags.Options)
        {
            Add(option);
        }
    }

    public override IReadOnlyList<(string Code, string Meaning)> ExitCodes =>
    [
        ("0", "they were listed"),
        ("2", "wrong usage, or a file that cannot be read; those of all others are listed"),
        ("", "Ages are those of the lines in git's last commit; without git they are unknown."),
    ];

    public override int Run(ParseResult arguments, CliHost host)
    {
        var source = _flags.Read(arguments, host);
        var configurations = new ConfigurationProvider(source);
        var paths = arguments.GetValue(_paths) is { Length: > 0 } named ? named : ["."];
        var problems = new List<ScanProblem>();
        var files = FileDiscovery.Find(paths, configurations, host.WorkingFolder, host.Cancellation);
        RuleNames.Require(configurations, source.CommandLine, files.Files.Select(static file => file.FullPath));
        var found = SuppressionList.Find(files, configurations, problems, host.Cancellation);
        var dated = AddDates(found, host.Cancellation);
        if (arguments.GetValue(_format) is "json")
        {
            SuppressionOutput.WriteJson(host.Output, dated);
        }
        else
        {
            SuppressionOutput.WriteText(host.Output, dated, DateOnly.FromDateTime(DateTime.UtcNow));
        }

        foreach (var problem in problems)
        {
            host.WriteError($"{DisplayWidth.Sanitize(problem.Path)}: {problem.Message}");
        }

        return problems.Count > 0 ? ExitCode.BadInput : ExitCode.Clean;
    }

    private static List<DatedSuppression> AddDates(IReadOnlyList<ListedSuppression> found, CancellationToken token)
    {
        var dated = new List<DatedSuppression>(found.Count);
        foreach (var file in found.GroupBy(static one => one.FullPath, StringComparer.Ordinal))
        {
            var dates = FindDates(file.Key, token);
            foreach (var line in file.GroupBy(static one => one.Line))
            {
                var since = dates?.Take(line.First().LineText);
                dated.AddRange(line.Select(one => new DatedSuppression(one, since, IsAgeKnown: dates is not null)));
            }
        }

        return dated;
    }

    private static GitLineDates? FindDates(string fullPath, CancellationToken token)
    {
        try
        {
            return GitLineDates.OfAsync(fullPath, token).GetAwaiter().GetResult();
        }
        catch (GitException)
        {
            return null;
        }
    }
}
