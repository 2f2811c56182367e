using LeakLens.Server.Cli;

namespace LeakLens.Server;

internal static class Program
{
    public static int Main(string[] args) => ProcessHost.Run(host => CommandLine.Run(args, host));
}
