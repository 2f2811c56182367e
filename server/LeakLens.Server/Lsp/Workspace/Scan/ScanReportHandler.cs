using LeakLens.Server.Cli;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.Workspace.Scan;

/// <summary>Answers <c>leaklens.server/scanReport</c>: the last scan as <c>leaklens scan --format json</c> would print it, one report for each folder.</summary>
internal sealed class ScanReportHandler(WorkspaceScan scan) : IRequestHandler<NoParams, ScanReportAnswer>
{
    public const string Method = "leaklens.server/scanReport";

    public Task<ScanReportAnswer?> Handle(NoParams request, SessionSnapshot snapshot, CancellationToken token) =>
        Task.FromResult(scan.Last is { } last ? new ScanReportAnswer(last.Reports, ProductVersion.Text) : null);
}
