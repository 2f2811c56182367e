using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.Json;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Server.Lsp.Workspace.Baselines;
using LeakLens.Server.Lsp.Workspace.Scan;

namespace LeakLens.Server.Lsp.Workspace.ExecuteCommand;

/// <summary>Executes the server's commands; a scan answers with what it came to.</summary>
internal sealed class ExecuteCommandHandler(WorkspaceScan scan, BaselineWriter baselines) : IRequestHandler<ExecuteCommandParams, IJsonWritable>
{
    public async Task<IJsonWritable?> Handle(ExecuteCommandParams request, SessionSnapshot snapshot, CancellationToken token)
    {
        switch (request.Command)
        {
            case ServerCommands.ScanWorkspace:
                return await scan.RunAsync(ScanTargets.Workspace(snapshot), token);
            case ServerCommands.ScanChangedFiles:
                return await scan.RunAsync(await ScanTargets.ChangedAsync(snapshot, token), token);
            case ServerCommands.StopScan:
                scan.Stop();
                return null;
            case ServerCommands.WriteBaseline:
                return await baselines.WriteAsync(BaselineParams.Read(request.Arguments), snapshot, token);
            default:
                throw new RpcException(ErrorCode.InvalidParams, $"There is no command {request.Command}.");
        }
    }
}
