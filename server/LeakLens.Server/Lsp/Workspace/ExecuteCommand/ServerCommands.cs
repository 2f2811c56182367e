using System.Collections.Immutable;

namespace LeakLens.Server.Lsp.Workspace.ExecuteCommand;

/// <summary>The commands that a client may have executed. They have names of the server's own: the editor's commands, which users see, call them.</summary>
internal static class ServerCommands
{
    public const string ScanWorkspace = "leaklens.server.scanWorkspace";
    public const string ScanChangedFiles = "leaklens.server.scanChangedFiles";
    public const string StopScan = "leaklens.server.stopScan";
    public const string WriteBaseline = "leaklens.server.writeBaseline";

    public static readonly ImmutableArray<string> All = [ScanWorkspace, ScanChangedFiles, StopScan, WriteBaseline];
}
