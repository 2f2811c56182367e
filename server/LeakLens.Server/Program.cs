using LeakLens.Server.Cli;
using LeakLens.Server.Lsp;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Server;

internal static class Program
{
    /// <summary>The language server starts without the command line's parser: an editor waits for it.</summary>
    public static int Main(string[] args)
    {
        if (args is ["lsp" or GateCommand.Word, ..])
        {
            WarmUp.Begin();
        }

        return LspCommand.IsMeant(args) ? LspCommand.Run() : ProcessHost.Run(host => CommandLine.Run(args, host));
    }
}
