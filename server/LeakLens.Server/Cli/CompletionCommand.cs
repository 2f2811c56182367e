using System.CommandLine;

namespace LeakLens.Server.Cli;

/// <summary>Prints what makes a shell complete our commands and options.</summary>
internal sealed class CompletionCommand : CliCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "powershell"];

    private readonly Argument<string> _shell = new("SHELL") { Description = string.Join(", ", Shells) };
    private readonly LeakLensCommand _root;

    public CompletionCommand(LeakLensCommand root)
        : base("completion", "Print a script that completes commands and options in a shell")
    {
        _root = root;
        Add(_shell);
    }

    public override IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
    [
        ("leaklens completion bash > ~/.local/share/bash-completion/completions/leaklens", "bash"),
        ("leaklens completion zsh > ~/.zfunc/_leaklens", "zsh, with that folder in fpath"),
        ("leaklens completion fish > ~/.config/fish/completions/leaklens.fish", "fish"),
        ("leaklens completion powershell >> $PROFILE", "PowerShell"),
    ];

    public override int Run(ParseResult arguments, CliHost host)
    {
        var shell = arguments.GetRequiredValue(_shell);
        var script = new CompletionScript(_root);
        host.Output.Write(shell switch
        {
            "bash" => script.ForBash(),
            "zsh" => script.ForZsh(),
            "fish" => script.ForFish(),
            "powershell" => script.ForPowerShell(),
            _ => throw new UsageException($"there is no completion for '{shell}'; there is for {string.Join(", ", Shells)}"),
        });
        return ExitCode.Clean;
    }
}
