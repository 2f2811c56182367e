using System.CommandLine;
using LeakLens.Engine;
using LeakLens.Python.Parsing;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Modules;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Server.Cli;

/// <summary>Prints what abstract execution found out about a file, before any rule: for people who debug the engine.</summary>
internal sealed class FactsCommand : CliCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "A Python file; `-` reads standard input" };
    private readonly Option<string> _format = CreateChoice("--format", "How to print them", "text", "text", "json");

    private readonly Option<string> _target = CreateChoice("--target-version", "The CPython whose bytes are counted", TargetVersionName.All[0], [.. TargetVersionName.All]);

    public FactsCommand()
        : base("facts", "Print what grows in a file, by how much and who holds it, before any rule")
    {
        Add(_file);
        Add(_format);
        Add(_target);
    }

    public override IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("leaklens facts app.py", "everything the engine knows about one file"),
        ("leaklens facts --format json - < app.py", "the same for machines"),
    ];

    public override IReadOnlyList<(string Code, string Meaning)> ExitCodes =>
    [
        ("0", "the facts were printed, whatever they are"),
        ("2", "wrong usage, or the file cannot be read"),
        ("", "Library models that the configuration of the file names are heeded; nothing else of it is."),
        ("", "A syntax error is a warning: the statement is left out, the rest of its file is evaluated."),
    ];

    public override int Run(ParseResult arguments, CliHost host)
    {
        var path = arguments.GetRequiredValue(_file);
        var tree = SyntaxTree.Parse(SourceInput.Read(path, host), host.Cancellation);
        var name = path is StandardInput.Path ? StandardInput.DisplayName : path;
        var target = (TargetVersion)TargetVersionName.All.IndexOf(arguments.GetRequiredValue(_target));
        var configuration = new ConfigurationProvider(ConfigurationSource.Nearest(host.WorkingFolder)).ForFile(Path.GetFullPath(name, host.WorkingFolder));
        var modules = path is StandardInput.Path ? null : ProgramModules.Beside(Path.GetFullPath(path, host.WorkingFolder));
        var facts = FileFacts.Gather(name, tree, target, configuration.Models, modules, host.Cancellation);
        if (arguments.GetValue(_format) is "json")
        {
            FactsJsonReport.Write(host.Output, facts, ProductVersion.Text);
        }
        else
        {
            FactsReport.Write(host.Output, facts);
        }

        foreach (var error in SourceInput.DescribeErrors(tree, facts.Path))
        {
            host.WriteWarning(error);
        }

        return ExitCode.Clean;
    }
}
