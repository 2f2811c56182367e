using System.CommandLine;
using LeakLens.Workspace.Configuration;

namespace LeakLens.Server.Cli;

/// <summary>The command line of fixing; <see cref="FixRun"/> carries it out.</summary>
internal sealed class FixCommand : CliCommand
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files and folders [default: the current folder]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _diff = new("--diff") { Description = "Print what would change, and change nothing" };
    private readonly Option<bool> _unsafe = new("--unsafe-fixes") { Description = "Apply fixes that need review, too" };
    private readonly ConfigurationFlags _flags = new();

    public FixCommand()
        : base("fix", "Apply fixes: those that keep the meaning, and others if you ask for them")
    {
        Add(_paths);
        foreach (var option in (Option[])[_diff, _unsafe, .. _flags.Options])
        {
            Add(option);
        }
    }

    public override IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("leaklens fix --diff --unsafe-fixes src", "look at all that could be fixed"),
        ("leaklens fix --select LL108,LL408 src", "fix what two rules find"),
    ];

    public override IReadOnlyList<(string Code, string Meaning)> ExitCodes =>
    [
        ("0", "done, or nothing to do"),
        ("1", "with --diff: something would change"),
        ("2", "wrong usage, or a file that cannot be read or written; all others are fixed"),
        ("101", "a defect in LeakLens"),
        ("", "A fix is applied only if its finding is gone then, and nothing new has come."),
    ];

    public override int Run(ParseResult arguments, CliHost host)
    {
        var configuration = _flags.Read(arguments, host);
        return new FixRun(host)
        {
            Paths = arguments.GetValue(_paths) is { Length: > 0 } paths ? paths : ["."],
            IsDiff = arguments.GetValue(_diff),
            IncludesUnsafe = arguments.GetValue(_unsafe),
            CommandLine = configuration.CommandLine,

            // All rules look at what a fix leaves behind, not only those that are to be fixed.
            Configurations = new ConfigurationProvider(configuration with { CommandLine = configuration.CommandLine with { Select = null } }),
        }.Run();
    }
}
