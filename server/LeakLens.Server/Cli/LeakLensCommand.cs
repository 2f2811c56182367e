using System.CommandLine;

namespace LeakLens.Server.Cli;

/// <summary>The program itself: its commands and the two options that stand for a command.</summary>
internal sealed class LeakLensCommand : CliCommand
{
    private readonly Option<bool> _version = new("--version", "-V") { Description = "Print the version" };

    public LeakLensCommand()
        : base("leaklens", "Reads Python and says how much memory it will hold, who holds it, and what to write instead.\nThe code is never run.")
    {
        SetAction(_ => ExitCode.Clean); // Without an action of its own, a command line without a command is an error of the parser's.
        Add(Help);
        Add(_version);
        Add(new ScanCommand());
        Add(new FixCommand());
        Add(new GateCommand());
        Add(new DecodeCommand());
        Add(new ExplainCommand());
        Add(new RulesCommand());
        Add(new SuppressionsCommand());
        Add(new ConfigCommand());
        Add(new FactsCommand());
        Add(new SyntaxCommand());
        Add(new LanguageServerCommand());
        Add(new CompletionCommand(this));
    }

    public Option<bool> Help { get; } = new("--help", "-h") { Description = "Show this help", Recursive = true };

    public override IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("leaklens scan src", "analyse a folder"),
        ("leaklens explain LL101", "what a rule means and how to fix what it finds"),
    ];

    public override int Run(ParseResult arguments, CliHost host)
    {
        if (arguments.GetValue(_version))
        {
            host.Output.WriteLine($"leaklens {ProductVersion.Text}");
            return ExitCode.Clean;
        }

        HelpText.Write(host.Error, this);
        return ExitCode.BadInput;
    }
}
