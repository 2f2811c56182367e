using LeakLens.Server.Lsp.Configuration;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Workspace.Scan;
using LeakLens.Workspace.Baselines;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Server.Lsp.Workspace.Baselines;

/// <summary>
/// Forgives a folder what is found in it today, as <c>leaklens scan --write-baseline</c> does: a file that is there loses what is not found any more, and
/// gains nothing. Whether the editor goes by the file is a setting of its own, which the client sets.
/// </summary>
internal sealed class BaselineWriter(WorkspaceScan scan)
{
    /// <exception cref="RpcException">The file lies outside of all folders, is something else, or cannot be written; or the scan was stopped.</exception>
    public async Task<BaselineAnswer> WriteAsync(BaselineParams request, SessionSnapshot snapshot, CancellationToken token)
    {
        var file = DocumentPath.Of(request.File) ?? throw new RpcException(ErrorCode.InvalidParams, $"{request.File} is no file.");
        var root = snapshot.Configurations.RootOf(file);
        if (root.IsWindow)
        {
            throw new RpcException(ErrorCode.RequestFailed, "A baseline has to lie in a folder that is open: its paths are relative to it.");
        }

        try
        {
            var before = File.Exists(file) ? new Baseline(file, root.Path, BaselineFile.Read(file)) : null;
            var summary = await scan.RunAsync([new ScanTarget(root, Files: default) { IgnoresBaseline = true }], token);
            if (summary.WasStopped)
            {
                throw new RpcException(ErrorCode.RequestFailed, "The scan was stopped: nothing was written.");
            }

            return Write(file, root, summary.Reports[0], before);
        }
        catch (BaselineException exception)
        {
            throw new RpcException(ErrorCode.RequestFailed, $"{Path.GetFileName(file)}: {exception.Message}.");
        }
    }

    private BaselineAnswer Write(string file, WorkspaceRoot root, ScanReport report, Baseline? before)
    {
        var baseline = before?.Shrink(report) ?? Baseline.Of(report, file, root.Path);
        BaselineFile.Write(file, baseline.Entries);
        scan.ShowAgain(root, baseline.Apply(report));
        var lost = (before?.Entries.Length ?? 0) - baseline.Entries.Length;
        var name = DisplayPath.From(file, root.Path);
        return new BaselineAnswer(root.Path, name, $"{name}: {Plural.Of(baseline.Entries.Length, "finding")} forgiven{(lost > 0 ? $", {lost} fewer than before" : "")}");
    }
}
