using System.CommandLine;

namespace LeakLens.Server.Cli;

/// <summary>Stands in the help. <see cref="Program"/> starts the language server before a command line is parsed, so that an editor does not wait for that.</summary>
internal sealed class LanguageServerCommand : CliCommand
{
    public LanguageServerCommand()
        : base("lsp", "Run the language server on standard input and output")
    {
        Add(new Option<bool>("--stdio") { Description = "Accepted because many editors add it; there is no other way" });
    }

    public override int Run(ParseResult arguments, CliHost host) =>
        throw new UsageException("`lsp` is the first word of its command line, as in `leaklens lsp`");
}
