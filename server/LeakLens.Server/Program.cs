using LeakLens.Server.Cli;
using LeakLens.Server.Lsp;

namespace LeakLens.Server;

internal static class Program
{
    /// <summary>The language server starts without the command line's parser: an editor waits for it.</summary>
    public static int Main(string[] args) => LspCommand.IsMeant(args) ? LspCommand.Run() : ProcessHost.Run(host => CommandLine.Run(args, host));
}
